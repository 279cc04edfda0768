package facturx

import "github.com/fxinvoice/fx/report"

// Rules for the metadata, and for the claim in them that the file is PDF/A-3. Whether it is, nothing here tells.
var (
	ruleMetadata = Rule{
		ID: "PDF-20", Cites: "ISO 19005-3, 6.6.2.1", Repair: true,
		Asks: report.Text{EN: "The PDF has metadata (XMP).", FR: "Le PDF a des métadonnées (XMP)."},
		Why: report.Text{
			EN: "They say that the file is PDF/A-3 and which invoice is in it. Without them validators see an ordinary PDF, and refuse it.",
			FR: "Elles disent que le fichier est du PDF/A-3 et quelle facture il contient. Sans elles, les validateurs voient un PDF ordinaire, et le refusent.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.6.2.1-1"},
				Text:    report.Text{EN: "The PDF has no metadata (XMP).", FR: "Le PDF n'a pas de métadonnées (XMP)."},
				Fix: report.Text{
					EN: "Make the invoice as Factur-X; an ordinary PDF with an XML attached is not one.",
					FR: "Produisez la facture au format Factur-X ; un PDF ordinaire avec un XML joint n'en est pas un.",
				},
			},
			{
				Name: "type", Clauses: []string{"6.6.2.1-1"},
				Text: report.Text{
					EN: "The metadata (XMP) are not marked as what they are: Type has to be Metadata, and Subtype XML.",
					FR: "Les métadonnées (XMP) ne sont pas signalées comme telles : Type doit valoir Metadata, et Subtype XML.",
				},
				Fix: report.Text{EN: "Add both entries to the stream.", FR: "Ajoutez ces deux entrées au flux."},
			},
		},
	}
	ruleReadable = Rule{
		ID: "PDF-21", Cites: "ISO 19005-3, 6.6.2.1", Repair: true,
		Asks: report.Text{
			EN: "The metadata (XMP) are one piece of RDF in XML that says each thing once.",
			FR: "Les métadonnées (XMP) forment un seul bloc RDF en XML, qui ne dit chaque chose qu'une fois.",
		},
		Why: report.Text{
			EN: "XMP readers refuse the whole when something is said twice: the file then does not even count as PDF/A.",
			FR: "Les lecteurs de XMP refusent le tout si une chose est dite deux fois : le fichier ne compte alors même plus comme PDF/A.",
		},
		Cases: []Case{
			{
				Clauses: unreadableClauses,
				Text: report.Text{
					EN: "The metadata (XMP) are no XML that can be read: line {line}, column {column}: {why}.",
					FR: "Les métadonnées (XMP) ne sont pas du XML lisible : ligne {line}, colonne {column} : {why}.",
				},
				Fix: report.Text{EN: "The program that makes the PDF writes them wrongly: tell its maker.", FR: "Le logiciel qui produit le PDF les écrit mal : signalez-le à son éditeur."},
			},
			{
				Name: "damaged", Clauses: unreadableClauses,
				Text: report.Text{
					EN: "The metadata (XMP) cannot be read: {why}.",
					FR: "Les métadonnées (XMP) sont illisibles : {why}.",
				},
				Fix: report.Text{EN: "Get the file again, or make it anew.", FR: "Récupérez à nouveau le fichier, ou produisez-le à nouveau."},
			},
			{
				Name: "packets", Clauses: unreadableClauses,
				Text: report.Text{
					EN: "There are {count} blocks of metadata (XMP) one behind the other: readers expect one, and may see the first only, or none.",
					FR: "Il y a {count} blocs de métadonnées (XMP) à la suite : les lecteurs en attendent un seul, et peuvent ne voir que le premier, ou aucun.",
				},
				Fix: report.Text{EN: "Put all properties into one block.", FR: "Réunissez toutes les propriétés dans un seul bloc."},
			},
			{
				Name: "twice", Clauses: unreadableClauses,
				Text: report.Text{
					EN: "The metadata (XMP) state {property} twice, so that XMP readers refuse them.",
					FR: "Les métadonnées (XMP) indiquent deux fois {property}, si bien que les lecteurs de XMP les refusent.",
				},
				Fix: report.Text{EN: "State it once.", FR: "Ne l'indiquez qu'une fois."},
			},
			{
				Name: "schemas", Clauses: unreadableClauses,
				Text: report.Text{
					EN: "The metadata (XMP) have two lists of extension schemas (pdfaExtension:schemas), so that XMP readers refuse them.",
					FR: "Les métadonnées (XMP) ont deux listes de schémas d'extension (pdfaExtension:schemas), si bien que les lecteurs de XMP les refusent.",
				},
				Fix: report.Text{EN: "Put all schemas into one list.", FR: "Réunissez tous les schémas dans une seule liste."},
			},
		},
	}
	rulePacket = Rule{
		ID: "PDF-22", Cites: "ISO 19005-3, 6.6.2.1", Repair: true,
		Asks: report.Text{
			EN: "The metadata (XMP) are in UTF-8, their header has neither bytes nor encoding, and they are not compressed.",
			FR: "Les métadonnées (XMP) sont en UTF-8, leur en-tête n'a ni bytes ni encoding, et elles ne sont pas compressées.",
		},
		Why: report.Text{
			EN: "Compression is allowed in PDF/A-3, but programs that search the bytes of the file for the metadata do not find them.",
			FR: "La compression est admise en PDF/A-3, mais les logiciels qui cherchent les métadonnées dans les octets du fichier ne les trouvent pas.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.6.2.1-5"},
				Text:    report.Text{EN: "The metadata (XMP) are in {found}, not UTF-8.", FR: "Les métadonnées (XMP) sont en {found}, et non en UTF-8."},
				Fix:     report.Text{EN: "Write them in UTF-8.", FR: "Écrivez-les en UTF-8."},
			},
			{
				Name: "bytes", Clauses: []string{"6.6.2.1-2"},
				Text: report.Text{
					EN: "The header of the metadata (XMP) has the attribute bytes, which PDF/A forbids.",
					FR: "L'en-tête des métadonnées (XMP) porte l'attribut bytes, interdit par le PDF/A.",
				},
				Fix: report.Text{EN: "Remove the attribute.", FR: "Supprimez cet attribut."},
			},
			{
				Name: "encoding", Clauses: []string{"6.6.2.1-3"},
				Text: report.Text{
					EN: "The header of the metadata (XMP) has the attribute encoding, which PDF/A forbids.",
					FR: "L'en-tête des métadonnées (XMP) porte l'attribut encoding, interdit par le PDF/A.",
				},
				Fix: report.Text{EN: "Remove the attribute.", FR: "Supprimez cet attribut."},
			},
			{
				Name: "compressed", Severity: report.Info,
				Text: report.Text{
					EN: "The metadata (XMP) are compressed: this is allowed, but some programs, for signing for instance, then do not find them.",
					FR: "Les métadonnées (XMP) sont compressées : c'est admis, mais certains logiciels, de signature par exemple, ne les trouvent alors pas.",
				},
				Fix: report.Text{EN: "Store them uncompressed.", FR: "Stockez-les sans compression."},
			},
		},
	}
	ruleClaim = Rule{
		ID: "PDF-23", Cites: "ISO 19005-3, 6.6.4", Repair: true,
		Asks: report.Text{
			EN: "The metadata (XMP) claim that the file is PDF/A.",
			FR: "Les métadonnées (XMP) déclarent que le fichier est du PDF/A.",
		},
		Why: report.Text{
			EN: "Factur-X is PDF/A-3: validators such as those of FNFE and Mustang look for this claim first, and refuse the file without it.",
			FR: "Factur-X est du PDF/A-3 : les validateurs, comme ceux de FNFE et de Mustang, cherchent d'abord cette déclaration, et refusent le fichier sans elle.",
		},
		Cases: []Case{{
			Clauses: []string{"6.6.4-1"},
			Text: report.Text{
				EN: "The metadata (XMP) do not claim that the file is PDF/A.",
				FR: "Les métadonnées (XMP) ne déclarent pas que le fichier est du PDF/A.",
			},
			Fix: report.Text{
				EN: "Export the document as PDF/A-3. Adding pdfaid:part and pdfaid:conformance alone does not make it so.",
				FR: "Exportez le document en PDF/A-3. Ajouter seulement pdfaid:part et pdfaid:conformance ne suffit pas à ce qu'il en soit un.",
			},
		}},
	}
	rulePart = Rule{
		ID: "PDF-24", Cites: "ISO 19005-3, 6.6.4", Repair: true,
		Asks: report.Text{
			EN: "The file claims to be PDF/A-3 (pdfaid:part).",
			FR: "Le fichier se déclare PDF/A-3 (pdfaid:part).",
		},
		Why: report.Text{
			EN: "PDF/A-1 forbids attachments, PDF/A-2 all but PDF/A: only part 3 may carry the XML of an invoice.",
			FR: "Le PDF/A-1 interdit les pièces jointes, le PDF/A-2 toutes sauf du PDF/A : seule la partie 3 peut porter le XML d'une facture.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.6.4-2"},
				Text: report.Text{
					EN: "The file claims to be PDF/A-{found}, not PDF/A-3: an XML must not be attached to it.",
					FR: "Le fichier se déclare PDF/A-{found} et non PDF/A-3 : un XML ne peut y être joint.",
				},
				Fix: report.Text{EN: "Export the document as PDF/A-3.", FR: "Exportez le document en PDF/A-3."},
			},
			{
				Name: "missing", Clauses: []string{"6.6.4-2"},
				Text: report.Text{
					EN: "The metadata (XMP) claim PDF/A, but do not say which part (pdfaid:part).",
					FR: "Les métadonnées (XMP) déclarent du PDF/A, sans dire quelle partie (pdfaid:part).",
				},
				Fix: report.Text{EN: "Export the document as PDF/A-3.", FR: "Exportez le document en PDF/A-3."},
			},
		},
	}
	ruleConformance = Rule{
		ID: "PDF-25", Cites: "ISO 19005-3, 6.6.4", Repair: true,
		Asks: report.Text{
			EN: "The level of the PDF/A claim (pdfaid:conformance) is A, B or U.",
			FR: "Le niveau de la déclaration PDF/A (pdfaid:conformance) est A, B ou U.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.6.4-3"},
				Text: report.Text{
					EN: "The level of the PDF/A claim (pdfaid:conformance) is {found}, not A, B or U.",
					FR: "Le niveau de la déclaration PDF/A (pdfaid:conformance) est {found}, et non A, B ou U.",
				},
				Fix: report.Text{EN: "Write B in capitals, unless the program makes tagged PDF (A) or Unicode text (U).", FR: "Indiquez B en majuscule, sauf si le logiciel produit un PDF balisé (A) ou du texte Unicode (U)."},
			},
			{
				Name: "missing", Clauses: []string{"6.6.4-3"},
				Text: report.Text{
					EN: "The metadata (XMP) claim PDF/A, but no level (pdfaid:conformance).",
					FR: "Les métadonnées (XMP) déclarent du PDF/A, mais aucun niveau (pdfaid:conformance).",
				},
				Fix: report.Text{EN: "Write B, unless the program makes tagged PDF (A) or Unicode text (U).", FR: "Indiquez B, sauf si le logiciel produit un PDF balisé (A) ou du texte Unicode (U)."},
			},
		},
	}
	ruleClaimPrefix = Rule{
		ID: "PDF-26", Cites: "ISO 19005-3, 6.6.4", Repair: true,
		Asks: report.Text{
			EN: "The properties of the PDF/A claim have the prefix pdfaid.",
			FR: "Les propriétés de la déclaration PDF/A ont le préfixe pdfaid.",
		},
		Why: report.Text{
			EN: "XML does not care for prefixes, PDF/A does here: simple programs search the file for pdfaid:part.",
			FR: "Le préfixe est sans importance en XML, mais le PDF/A l'impose ici : des logiciels simples cherchent pdfaid:part dans le fichier.",
		},
		Cases: []Case{
			{
				Name: "part", Clauses: []string{"6.6.4-4"}, Text: otherPrefix, Fix: writePrefix,
			},
			{
				Name: "conformance", Clauses: []string{"6.6.4-5"}, Text: otherPrefix, Fix: writePrefix,
			},
			{
				Name: "amd", Clauses: []string{"6.6.4-6"}, Text: otherPrefix, Fix: writePrefix,
			},
			{
				Name: "corr", Clauses: []string{"6.6.4-7"}, Text: otherPrefix, Fix: writePrefix,
			},
		},
	}
	ruleInformation = Rule{
		ID: "PDF-27", Cites: citePDF + ", 14.3", Repair: true,
		Asks: report.Text{
			EN: "The properties of the document (Info) say the same as its metadata (XMP).",
			FR: "Les propriétés du document (Info) disent la même chose que ses métadonnées (XMP).",
		},
		Why: report.Text{
			EN: "PDF/A-1 required it, PDF/A-3 does not. Some validators still compare, and programs differ in which they show.",
			FR: "Le PDF/A-1 l'exigeait, le PDF/A-3 non. Certains validateurs comparent encore, et les logiciels ne montrent pas tous les mêmes.",
		},
		Cases: []Case{{
			Severity: report.Info,
			Text: report.Text{
				EN: "The property {entry} of the document is {info}, but {value} in the metadata (XMP, {property}).",
				FR: "La propriété {entry} du document vaut {info}, mais {value} dans les métadonnées (XMP, {property}).",
			},
			Fix: report.Text{EN: "Write the same value in both.", FR: "Indiquez la même valeur aux deux endroits."},
		}},
	}

	// unreadableClauses are what a reader of XMP that gives up leads to: nothing else is known, not even the claim to be PDF/A.
	unreadableClauses = []string{"6.6.2.1-4", "6.6.2.1-5", "6.6.4-1"}

	otherPrefix = report.Text{
		EN: "The property {property} of the PDF/A claim has the prefix {found}, not pdfaid.",
		FR: "La propriété {property} de la déclaration PDF/A a le préfixe {found}, et non pdfaid.",
	}
	writePrefix = report.Text{EN: "Use the prefix pdfaid.", FR: "Utilisez le préfixe pdfaid."}
)
