package facturx

import "github.com/fxinvoice/fx/report"

// Rules for the file as a whole: how it begins and ends, and whether it can be read.
var (
	ruleHeader = Rule{
		ID: "PDF-01", Cites: "ISO 19005-3, 6.1.2", Repair: true,
		Asks: report.Text{
			EN: "The file begins with %PDF-1.7, or an older version, alone on its first line.",
			FR: "Le fichier commence par %PDF-1.7, ou une version antérieure, seul sur sa première ligne.",
		},
		Why: report.Text{
			EN: "Factur-X is PDF/A-3, which is PDF 1.7 at most: validators refuse PDF 2.0, and a file that begins with something else.",
			FR: "Factur-X est du PDF/A-3, donc au plus du PDF 1.7 : les validateurs refusent PDF 2.0, et un fichier qui commence par autre chose.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.1.2-1"},
				Text: report.Text{
					EN: "The first line of the PDF is {found}: it should hold %PDF-1.7, or an older version, and nothing else.",
					FR: "La première ligne du PDF est {found} : elle devrait contenir %PDF-1.7, ou une version antérieure, et rien d'autre.",
				},
				Fix: report.Text{EN: "Have the program that makes the PDF write a plain first line.", FR: "Faites écrire une première ligne simple par le logiciel qui produit le PDF."},
			},
			{
				Name: "offset", Clauses: []string{"6.1.2-1"},
				Text: report.Text{
					EN: "The PDF begins at byte {offset} of the file only: other bytes precede it.",
					FR: "Le PDF ne commence qu'à l'octet {offset} du fichier : d'autres octets le précèdent.",
				},
				Fix: report.Text{
					EN: "Remove what precedes %PDF-; it often comes from a mail or web program that saved the file.",
					FR: "Supprimez ce qui précède %PDF- ; cela vient souvent d'un logiciel de messagerie ou d'un site qui a enregistré le fichier.",
				},
			},
			{
				Name: "version", Clauses: []string{"6.1.2-1"},
				Text: report.Text{
					EN: "The file is PDF {version}, but PDF/A-3, and so Factur-X, is PDF 1.7 at most.",
					FR: "Le fichier est en PDF {version}, alors que le PDF/A-3, donc Factur-X, est au plus du PDF 1.7.",
				},
				Fix: report.Text{EN: "Export the document as PDF 1.7, best as PDF/A-3.", FR: "Exportez le document en PDF 1.7, de préférence en PDF/A-3."},
			},
			{
				Name: "catalog", Severity: report.Warning,
				Text: report.Text{
					EN: "The first line says PDF {header}, but the catalog says {version}, which is later than the 1.7 of PDF/A-3.",
					FR: "La première ligne annonce PDF {header}, mais le catalogue annonce {version}, au-delà du 1.7 du PDF/A-3.",
				},
				Fix: report.Text{EN: "Export the document as PDF 1.7, best as PDF/A-3.", FR: "Exportez le document en PDF 1.7, de préférence en PDF/A-3."},
			},
		},
	}
	ruleBinary = Rule{
		ID: "PDF-02", Cites: "ISO 19005-3, 6.1.2", Repair: true,
		Asks: report.Text{
			EN: "The second line of the file is a comment that begins with four bytes above 127.",
			FR: "La deuxième ligne du fichier est un commentaire qui commence par quatre octets supérieurs à 127.",
		},
		Why: report.Text{
			EN: "It tells programs that transfer files not to treat the PDF as text.",
			FR: "Elle indique aux logiciels de transfert de ne pas traiter le PDF comme du texte.",
		},
		Cases: []Case{{
			Clauses: []string{"6.1.2-2"},
			Text: report.Text{
				EN: "The second line of the PDF does not mark it as binary.",
				FR: "La deuxième ligne du PDF ne le signale pas comme binaire.",
			},
			Fix: report.Text{
				EN: "Have the program write %, four bytes above 127 and a line end behind the first line; PDF/A exports do.",
				FR: "Faites écrire %, quatre octets supérieurs à 127 et une fin de ligne après la première ligne ; un export PDF/A le fait.",
			},
		}},
	}
	ruleEnd = Rule{
		ID: "PDF-03", Cites: "ISO 19005-3, 6.1.3", Repair: true,
		Asks: report.Text{
			EN: "The file ends with %%EOF and at most one line end.",
			FR: "Le fichier se termine par %%EOF et au plus une fin de ligne.",
		},
		Why: report.Text{
			EN: "What follows can hide things from whoever looks at the PDF; where the mark is missing, the file may have been cut off.",
			FR: "Ce qui suit peut échapper à qui regarde le PDF ; si la marque manque, le fichier a peut-être été tronqué.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.1.3-3"},
				Text: report.Text{
					EN: "The file goes on behind its end mark %%EOF, for {count}.",
					FR: "Le fichier continue après sa marque de fin %%EOF, sur {count}.",
				},
				Fix: report.Text{EN: "Remove what follows %%EOF.", FR: "Supprimez ce qui suit %%EOF."},
			},
			{
				Name: "missing", ByHand: true, Clauses: []string{"6.1.3-3"},
				Text: report.Text{
					EN: "The end of the file has no end mark %%EOF: it may have been cut off.",
					FR: "La fin du fichier ne porte pas la marque %%EOF : il a peut-être été tronqué.",
				},
				Fix: report.Text{EN: "Get the file again, and compare its size.", FR: "Récupérez à nouveau le fichier et comparez sa taille."},
			},
		},
	}
	ruleID = Rule{
		ID: "PDF-04", Cites: "ISO 19005-3, 6.1.3", Repair: true,
		Asks: report.Text{
			EN: "The trailer of the file has an identifier (ID).",
			FR: "La fin du fichier (trailer) porte un identifiant (ID).",
		},
		Why: report.Text{
			EN: "It tells versions of a document apart. PDF/A requires it, PDF alone only recommends it, so ordinary exports often lack it.",
			FR: "Il distingue les versions d'un document. Le PDF/A l'exige, le PDF seul le recommande : les exports ordinaires l'omettent souvent.",
		},
		Cases: []Case{{
			Clauses: []string{"6.1.3-1"},
			Text: report.Text{
				EN: "The newest trailer of the PDF has no identifier (ID).",
				FR: "La dernière fin de fichier (trailer) du PDF n'a pas d'identifiant (ID).",
			},
			Fix: report.Text{
				EN: "Export the document as PDF/A-3; in your own program, write ID with two strings of 16 bytes.",
				FR: "Exportez le document en PDF/A-3 ; dans votre propre programme, écrivez ID avec deux chaînes de 16 octets.",
			},
		}},
	}
	ruleEncryption = Rule{
		ID: "PDF-05", Cites: "ISO 19005-3, 6.1.3", Repair: true,
		Asks: report.Text{EN: "The PDF is not encrypted.", FR: "Le PDF n'est pas chiffré."},
		Why: report.Text{
			EN: "PDF/A forbids it, even with an empty password: many programs of recipients then do not get at the invoice.",
			FR: "Le PDF/A l'interdit, même avec un mot de passe vide : beaucoup de logiciels de destinataires n'accèdent alors pas à la facture.",
		},
		Cases: []Case{{
			Clauses: []string{"6.1.3-2"},
			Text: report.Text{
				EN: "The PDF is encrypted, though it opens without a password: it has restrictions on printing, copying or changing.",
				FR: "Le PDF est chiffré, bien qu'il s'ouvre sans mot de passe : il restreint l'impression, la copie ou la modification.",
			},
			Fix: report.Text{EN: "Turn protection off when the PDF is made.", FR: "Désactivez la protection lors de la production du PDF."},
		}},
	}
	ruleXref = Rule{
		ID: "PDF-06", Cites: citePDF + ", 7.5.4", Repair: true,
		Asks: report.Text{
			EN: "The cross-reference of the PDF leads to its objects.",
			FR: "La table des références du PDF mène à ses objets.",
		},
		Why: report.Text{
			EN: "The file was searched for its objects, as PDF viewers do without a word. Other programs, validators among them, refuse such a file.",
			FR: "Les objets ont été cherchés dans le fichier, comme le font en silence les lecteurs de PDF. D'autres logiciels, dont des validateurs, refusent un tel fichier.",
		},
		Cases: []Case{{
			Text: report.Text{
				EN: "The cross-reference of the PDF does not lead to its objects: the file was damaged on its way, or written wrongly.",
				FR: "La table des références du PDF ne mène pas à ses objets : le fichier a été abîmé en route, ou mal écrit.",
			},
			Fix: report.Text{
				EN: "Get the file again; transfer it as binary, not as text. If that does not help, make it anew.",
				FR: "Récupérez à nouveau le fichier, en transfert binaire et non texte. Si cela ne suffit pas, produisez-le à nouveau.",
			},
		}},
	}
	ruleDamage = Rule{
		ID: "PDF-07", Cites: citePDF + ", 7.3",
		Asks: report.Text{
			EN: "The parts of the PDF that concern the invoice can be read.",
			FR: "Les parties du PDF qui concernent la facture sont lisibles.",
		},
		Cases: []Case{{
			Text: report.Text{EN: "A part of the PDF cannot be read: {why}.", FR: "Une partie du PDF est illisible : {why}."},
			Fix: report.Text{
				EN: "Get the file again, or make it anew; the checks that need this part were not done.",
				FR: "Récupérez à nouveau le fichier, ou produisez-le à nouveau ; les contrôles qui ont besoin de cette partie n'ont pas eu lieu.",
			},
		}},
	}
	ruleStreams = Rule{
		ID: "PDF-08", Cites: "ISO 19005-3, 6.1.7", Repair: true,
		Asks: report.Text{
			EN: "Attachments, metadata and colour profiles stand in the file, and are stored with filters that PDF/A allows.",
			FR: "Pièces jointes, métadonnées et profils de couleur sont dans le fichier même, stockés avec des filtres admis par le PDF/A.",
		},
		Why: report.Text{
			EN: "LZW was patented once and stayed forbidden. Only the streams named here are looked at, not those of pages and fonts.",
			FR: "LZW fut breveté et reste interdit. Seuls ces flux sont examinés, pas ceux des pages et des polices.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.1.7.2-1"},
				Text: report.Text{
					EN: "{what} is stored with the filter {filter}, which PDF/A forbids.",
					FR: "{what} : le filtre de stockage {filter} est interdit par le PDF/A.",
				},
				Fix: report.Text{EN: "Compress with Flate (ZIP), or not at all.", FR: "Compressez avec Flate (ZIP), ou pas du tout."},
			},
			{
				Name: "external", Clauses: []string{"6.1.7.1-3"},
				Text: report.Text{
					EN: "{what} is marked as standing in another file, outside of the PDF.",
					FR: "{what} : le PDF indique que les données se trouvent dans un autre fichier.",
				},
				Fix: report.Text{EN: "Store the data in the PDF itself.", FR: "Placez les données dans le PDF même."},
			},
		},
	}
	ruleSignatures = Rule{
		ID: "PDF-09", Cites: citePDF + ", 12.8",
		Asks: report.Text{
			EN: "Whoever changes a signed PDF knows that this ends its signatures.",
			FR: "Qui modifie un PDF signé sait que cela met fin à ses signatures.",
		},
		Why: report.Text{
			EN: "A signature is welcome, and does not harm the invoice. It is not verified here.",
			FR: "Une signature est bienvenue et ne gêne pas la facture. Elle n'est pas vérifiée ici.",
		},
		Cases: []Case{{
			Severity: report.Info,
			Text: report.Text{
				EN: "The PDF is signed (field {name}); embedding an invoice into it, or any other change, ends the signature.",
				FR: "Le PDF est signé (champ {name}) ; y intégrer une facture, ou toute autre modification, met fin à la signature.",
			},
			Fix: report.Text{EN: "If it has to be changed, sign it afterwards.", FR: "S'il faut le modifier, signez-le ensuite."},
		}},
	}
	rulePermissions = Rule{
		ID: "PDF-10", Cites: "ISO 19005-3, 6.1.12", Repair: true,
		Asks: report.Text{
			EN: "The permissions of the document (Perms) are none but those of signatures: UR3 and DocMDP.",
			FR: "Les autorisations du document (Perms) se limitent à celles des signatures : UR3 et DocMDP.",
		},
		Cases: []Case{{
			Clauses: []string{"6.1.12-1"},
			Text: report.Text{
				EN: "The permissions of the PDF (Perms) have the entry {found}, which PDF/A forbids.",
				FR: "Les autorisations du PDF (Perms) ont l'entrée {found}, interdite par le PDF/A.",
			},
			Fix: report.Text{EN: "Remove the entry.", FR: "Supprimez cette entrée."},
		}},
	}
)
