package facturx

import "github.com/fxinvoice/fx/report"

// Rules for the content of attachments: that there is one invoice, and one only.
var (
	ruleStreamKeys = Rule{
		ID: "PDF-44", Cites: citeFacturX, Repair: true,
		Asks: report.Text{
			EN: "The content of the invoice is listed twice in EF, under F and UF.",
			FR: "Le contenu de la facture est listé deux fois dans EF, sous F et UF.",
		},
		Cases: []Case{
			{
				Severity: report.Info,
				Text: report.Text{
					EN: "The content of the invoice is listed in EF under {found} only, not under UF; a few programs look there alone.",
					FR: "Le contenu de la facture n'est listé dans EF que sous {found}, et non sous UF ; quelques logiciels ne regardent que là.",
				},
				Fix: report.Text{EN: "Let both keys refer to the same stream.", FR: "Faites pointer les deux clés sur le même flux."},
			},
			{
				Name: "older", Severity: report.Warning,
				Text: report.Text{
					EN: "The content of the invoice is listed in EF under {found} only, not under F: programs that read F do not find it.",
					FR: "Le contenu de la facture n'est listé dans EF que sous {found}, et non sous F : les logiciels qui lisent F ne le trouvent pas.",
				},
				Fix: report.Text{EN: "Let both keys refer to the same stream.", FR: "Faites pointer les deux clés sur le même flux."},
			},
		},
	}
	ruleOneContent = Rule{
		ID: "PDF-45", Cites: citePDF + ", 7.11.3",
		Asks: report.Text{
			EN: "Whatever key of EF is read, the content of the invoice is the same.",
			FR: "Quelle que soit la clé de EF lue, le contenu de la facture est le même.",
		},
		Why: report.Text{
			EN: "Otherwise two recipients get two different invoices from one file.",
			FR: "Sinon, deux destinataires tirent deux factures différentes d'un même fichier.",
		},
		Cases: []Case{{
			Text: report.Text{
				EN: "The invoice {name} has two different contents, one for each key in EF: which one is read depends on the program.",
				FR: "La facture {name} a deux contenus différents, un par clé de EF : celui qui est lu dépend du logiciel.",
			},
			Fix: report.Text{EN: "Find out which one is right, and let all keys refer to it.", FR: "Vérifiez lequel est le bon, et faites pointer toutes les clés sur lui."},
		}},
	}
	ruleMIME = Rule{
		ID: "PDF-46", Cites: "ISO 19005-3, 6.8", Repair: true,
		Asks: report.Text{
			EN: "Every attachment states its MIME type (Subtype).",
			FR: "Chaque pièce jointe indique son type MIME (Subtype).",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.8-1"},
				Text:    report.Text{EN: "The attachment {name} has no MIME type (Subtype).", FR: "La pièce jointe {name} n'a pas de type MIME (Subtype)."},
				Fix:     report.Text{EN: "Write text/xml for the invoice.", FR: "Indiquez text/xml pour la facture."},
			},
			{
				Name: "malformed", Clauses: []string{"6.8-1"},
				Text: report.Text{
					EN: "The type of the attachment {name} is {found}, which is no MIME type such as text/xml.",
					FR: "Le type de la pièce jointe {name} est {found}, qui n'est pas un type MIME comme text/xml.",
				},
				Fix: report.Text{
					EN: "Write the two words only, without parameters: text/xml for the invoice.",
					FR: "Indiquez seulement les deux mots, sans paramètres : text/xml pour la facture.",
				},
			},
		},
	}
	ruleXMLType = Rule{
		ID: "PDF-47", Cites: citeFacturX, Repair: true,
		Asks: report.Text{EN: "The MIME type of the invoice is text/xml.", FR: "Le type MIME de la facture est text/xml."},
		Cases: []Case{{
			Severity: report.Warning,
			Text:     report.Text{EN: "The MIME type of the invoice is {found}, not text/xml.", FR: "Le type MIME de la facture est {found}, et non text/xml."},
			Fix:      report.Text{EN: "Write text/xml.", FR: "Indiquez text/xml."},
		}},
	}
	ruleParameters = Rule{
		ID: "PDF-48", Cites: citePDF + ", 7.11.4", Repair: true,
		Asks: report.Text{
			EN: "What the PDF says of the invoice's file (Params) is right: its checksum, its size, its dates.",
			FR: "Ce que le PDF dit du fichier de la facture (Params) est exact : sa somme de contrôle, sa taille, ses dates.",
		},
		Why: report.Text{
			EN: "Nobody has to state these, and few look at them; but a wrong checksum may mean that the content was changed.",
			FR: "Rien n'oblige à les indiquer, et peu de logiciels les regardent ; mais une somme fausse peut signifier que le contenu a été modifié.",
		},
		Cases: []Case{
			{
				Severity: report.Warning, ByHand: true,
				Text: report.Text{
					EN: "The checksum of the invoice {name} is wrong: its content was changed after the sum was made, or the sum is not MD5.",
					FR: "La somme de contrôle de la facture {name} est fausse : son contenu a été modifié depuis, ou ce n'est pas un MD5.",
				},
				Fix: report.Text{EN: "Find out whether the content was changed on purpose.", FR: "Vérifiez si le contenu a été modifié volontairement."},
			},
			{
				Name: "digits", Severity: report.Info,
				Text: report.Text{
					EN: "The checksum of the invoice {name} is right, but written as 32 digits instead of 16 bytes.",
					FR: "La somme de contrôle de la facture {name} est exacte, mais écrite en 32 chiffres au lieu de 16 octets.",
				},
				Fix: report.Text{EN: "Write the 16 bytes of the MD5, or no CheckSum.", FR: "Écrivez les 16 octets du MD5, ou supprimez CheckSum."},
			},
			{
				Name: "size", Severity: report.Warning,
				Text: report.Text{
					EN: "The PDF says that the invoice {name} has {found} bytes, but it has {expected}.",
					FR: "Le PDF indique que la facture {name} fait {found} octets, mais elle en fait {expected}.",
				},
				Fix: report.Text{EN: "Write the size before compression.", FR: "Indiquez la taille avant compression."},
			},
			{
				Name: "date", Severity: report.Warning,
				Text: report.Text{
					EN: "The date {key} of the invoice {name} is {found}, which is no date of a PDF.",
					FR: "La date {key} de la facture {name} est {found}, qui n'est pas une date de PDF.",
				},
				Fix: report.Text{EN: "Write it as D:20260131120000+01'00'.", FR: "Écrivez-la comme D:20260131120000+01'00'."},
			},
		},
	}
	ruleDistinct = Rule{
		ID: "PDF-49", Cites: citeFacturX,
		Asks: report.Text{EN: "No two attachments have the same name.", FR: "Deux pièces jointes n'ont jamais le même nom."},
		Cases: []Case{
			{
				Severity: report.Warning,
				Text: report.Text{
					EN: "{count} attachments are named {name}; who saves them keeps one.",
					FR: "{count} pièces jointes se nomment {name} ; qui les enregistre n'en garde qu'une.",
				},
				Fix: report.Text{EN: "Give each a name of its own.", FR: "Donnez à chacune un nom distinct."},
			},
			{
				Name: "invoice",
				Text: report.Text{
					EN: "{count} attachments are named {name}, as the invoice is, with different contents: recipients may read another one than is meant.",
					FR: "{count} pièces jointes se nomment {name}, comme la facture, avec des contenus différents : un destinataire peut en lire une autre que la bonne.",
				},
				Fix: report.Text{EN: "Remove all but the right one.", FR: "Supprimez-les toutes sauf la bonne."},
			},
			{
				Name: "content", Severity: report.Warning,
				Text: report.Text{
					EN: "{count} entries for attachments named {name} lead to the same content.",
					FR: "{count} entrées de pièces jointes nommées {name} mènent au même contenu.",
				},
				Fix: report.Text{EN: "Use one and the same entry in EmbeddedFiles and AF.", FR: "Utilisez une seule et même entrée dans EmbeddedFiles et AF."},
			},
		},
	}
	ruleOneInvoice = Rule{
		ID: "PDF-50", Cites: citeFacturX,
		Asks: report.Text{EN: "One invoice, and only one, is attached.", FR: "Une facture est jointe, et une seule."},
		Why: report.Text{
			EN: "Recipients may book either, or both. Some producers attached ZUGFeRD 1 beside Factur-X for older programs; the metadata then name the one that counts.",
			FR: "Un destinataire peut comptabiliser l'une ou l'autre, ou les deux. Certains producteurs joignaient ZUGFeRD 1 à côté de Factur-X pour d'anciens logiciels ; les métadonnées nomment alors celle qui compte.",
		},
		Cases: []Case{
			{
				Text: report.Text{
					EN: "Several invoices are attached, and nothing says which one counts: {name} was taken, besides it there are {rivals}.",
					FR: "Plusieurs factures sont jointes, et rien ne dit laquelle compte : {name} a été retenue, les autres sont {rivals}.",
				},
				Fix: report.Text{EN: "Keep one invoice.", FR: "Ne gardez qu'une facture."},
			},
			{
				Name: "named", Severity: report.Warning,
				Text: report.Text{
					EN: "Several invoices are attached: {name}, which the metadata (XMP) name, and {rivals}.",
					FR: "Plusieurs factures sont jointes : {name}, que les métadonnées (XMP) nomment, et {rivals}.",
				},
				Fix: report.Text{EN: "Keep the one that the metadata name.", FR: "Ne gardez que celle que les métadonnées nomment."},
			},
		},
	}
	rulePlainNames = Rule{
		ID: "PDF-51", Cites: citePDF + ", 7.11.2",
		Asks: report.Text{
			EN: "The names of attachments are names of files, without folders or control characters.",
			FR: "Les noms des pièces jointes sont des noms de fichiers, sans dossiers ni caractères de contrôle.",
		},
		Why: report.Text{
			EN: "A careless program writes ../x outside of the folder it was given. fx never does.",
			FR: "Un logiciel imprudent écrit ../x hors du dossier prévu. fx ne le fait jamais.",
		},
		Cases: []Case{{
			Severity: report.Warning,
			Text: report.Text{
				EN: "The name of the attachment {name} is no plain name of a file: saving it may go wrong, or be an attack.",
				FR: "Le nom de la pièce jointe {name} n'est pas un simple nom de fichier : l'enregistrer peut échouer, ou être une attaque.",
			},
			Fix: report.Text{EN: "Name it without folders and special characters.", FR: "Nommez-la sans dossiers ni caractères spéciaux."},
		}},
	}
	ruleSyntax = Rule{
		ID: "PDF-52", Cites: citeFacturX,
		Asks: report.Text{EN: "The attached invoice is written in CII.", FR: "La facture jointe est écrite en CII."},
		Why: report.Text{
			EN: "Factur-X is CII in a PDF; UBL is sent as an XML file, without a PDF around it.",
			FR: "Factur-X est du CII dans un PDF ; l'UBL s'envoie en fichier XML, sans PDF autour.",
		},
		Cases: []Case{{
			Text: report.Text{
				EN: "The attached invoice is written in UBL: programs that read Factur-X expect CII.",
				FR: "La facture jointe est écrite en UBL : les logiciels qui lisent Factur-X attendent du CII.",
			},
			Fix: report.Text{EN: "Attach the invoice as CII, or send the UBL file alone.", FR: "Joignez la facture en CII, ou envoyez le fichier UBL seul."},
		}},
	}
)
