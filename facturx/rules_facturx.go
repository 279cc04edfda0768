package facturx

import "github.com/fxinvoice/fx/report"

// Rules for what the metadata say of the invoice.
var (
	ruleFacturX = Rule{
		ID: "PDF-28", Cites: citeFacturX, Repair: true,
		Asks: report.Text{
			EN: "The metadata (XMP) have the four properties of Factur-X: DocumentType, DocumentFileName, Version, ConformanceLevel.",
			FR: "Les métadonnées (XMP) ont les quatre propriétés de Factur-X : DocumentType, DocumentFileName, Version, ConformanceLevel.",
		},
		Why: report.Text{
			EN: "They tell programs that an invoice is in the PDF, and which. Validators refuse a file without them.",
			FR: "Elles disent aux logiciels qu'une facture se trouve dans le PDF, et laquelle. Les validateurs refusent un fichier sans elles.",
		},
		Cases: []Case{{
			Text: report.Text{
				EN: "The metadata (XMP) say nothing of an invoice: the properties of Factur-X are missing.",
				FR: "Les métadonnées (XMP) ne disent rien d'une facture : les propriétés de Factur-X manquent.",
			},
			Fix: report.Text{
				EN: "Make the invoice as Factur-X; attaching its XML to a PDF is not enough.",
				FR: "Produisez la facture au format Factur-X ; joindre son XML à un PDF ne suffit pas.",
			},
		}},
	}
	ruleNamespace = Rule{
		ID: "PDF-29", Cites: citeFacturX, Repair: true,
		Asks: report.Text{
			EN: "These properties are in the namespace of Factur-X, with the prefix fx.",
			FR: "Ces propriétés sont dans l'espace de noms de Factur-X, avec le préfixe fx.",
		},
		Why: report.Text{
			EN: "ZUGFeRD had namespaces of its own up to 2.0; since 2.1 it is the same as Factur-X. Many programs still read the old ones, but need not.",
			FR: "ZUGFeRD avait ses propres espaces de noms jusqu'à 2.0 ; depuis 2.1, il est identique à Factur-X. Beaucoup de logiciels lisent encore les anciens, sans y être tenus.",
		},
		Cases: []Case{
			{
				Severity: report.Warning,
				Text: report.Text{
					EN: "The metadata (XMP) describe the invoice as ZUGFeRD 2.0, which Factur-X has replaced.",
					FR: "Les métadonnées (XMP) décrivent la facture comme ZUGFeRD 2.0, que Factur-X a remplacé.",
				},
				Fix: report.Text{
					EN: "Have the program make Factur-X 1.0, which is ZUGFeRD 2.1 and later: recipients may refuse the old format.",
					FR: "Faites produire du Factur-X 1.0, c'est-à-dire ZUGFeRD 2.1 ou ultérieur : un destinataire peut refuser l'ancien format.",
				},
			},
			{
				Name: "first", Severity: report.Warning, ByHand: true,
				Text: report.Text{
					EN: "The metadata (XMP) describe the invoice as ZUGFeRD 1.0, an XML of another kind that Factur-X has replaced.",
					FR: "Les métadonnées (XMP) décrivent la facture comme ZUGFeRD 1.0, un XML d'un autre genre que Factur-X a remplacé.",
				},
				Fix: report.Text{
					EN: "Have the program make Factur-X: recipients no longer have to read the old format.",
					FR: "Faites produire du Factur-X : les destinataires ne sont plus tenus de lire l'ancien format.",
				},
			},
			{
				Name: "order", Severity: report.Warning,
				Text: report.Text{
					EN: "The metadata (XMP) describe the attachment as an order (Order-X), not an invoice.",
					FR: "Les métadonnées (XMP) décrivent la pièce jointe comme une commande (Order-X), et non une facture.",
				},
				Fix: report.Text{
					EN: "If it is an invoice, use the namespace of Factur-X.",
					FR: "S'il s'agit d'une facture, utilisez l'espace de noms de Factur-X.",
				},
			},
			{
				Name: "case", Severity: report.Warning,
				Text: report.Text{
					EN: "The namespace of the invoice's properties in the metadata (XMP) is {found}: capitals and small letters matter in it.",
					FR: "L'espace de noms des propriétés de la facture dans les métadonnées (XMP) est {found} : majuscules et minuscules y comptent.",
				},
				Fix: report.Text{
					EN: "Write " + nsFacturX + ".",
					FR: "Écrivez " + nsFacturX + ".",
				},
			},
			{
				Name: "prefix", Severity: report.Info,
				Text: report.Text{
					EN: "The properties of the invoice in the metadata (XMP) have the prefix {found}, not fx; some programs search for fx.",
					FR: "Les propriétés de la facture dans les métadonnées (XMP) ont le préfixe {found}, et non fx ; certains logiciels cherchent fx.",
				},
				Fix: report.Text{EN: "Use the prefix fx.", FR: "Utilisez le préfixe fx."},
			},
		},
	}
	ruleDocumentType = Rule{
		ID: "PDF-30", Cites: citeFacturX, Repair: true,
		Asks: report.Text{EN: "The DocumentType in the metadata (XMP) is INVOICE.", FR: "Le DocumentType des métadonnées (XMP) vaut INVOICE."},
		Why: report.Text{
			EN: "It is INVOICE for credit notes as well.",
			FR: "Il vaut INVOICE également pour les avoirs.",
		},
		Cases: []Case{
			{
				Text: report.Text{EN: "The DocumentType in the metadata (XMP) is {found}, not INVOICE.", FR: "Le DocumentType des métadonnées (XMP) vaut {found}, et non INVOICE."},
				Fix:  report.Text{EN: "Write INVOICE.", FR: "Indiquez INVOICE."},
			},
			{
				Name: "missing",
				Text: report.Text{EN: "The metadata (XMP) have no DocumentType.", FR: "Les métadonnées (XMP) n'ont pas de DocumentType."},
				Fix:  report.Text{EN: "Write INVOICE.", FR: "Indiquez INVOICE."},
			},
		},
	}
	ruleFileName = Rule{
		ID: "PDF-31", Cites: citeFacturX, Repair: true,
		Asks: report.Text{
			EN: "The DocumentFileName in the metadata (XMP) is the name of the attached invoice.",
			FR: "Le DocumentFileName des métadonnées (XMP) est le nom de la facture jointe.",
		},
		Why: report.Text{EN: "Programs look for the attachment of this name.", FR: "Les logiciels cherchent la pièce jointe de ce nom."},
		Cases: []Case{
			{
				Text: report.Text{
					EN: "The metadata (XMP) say that the invoice is named {found}, but the attachment is named {name}.",
					FR: "Les métadonnées (XMP) disent que la facture se nomme {found}, mais la pièce jointe se nomme {name}.",
				},
				Fix: report.Text{EN: "Give both the same name.", FR: "Donnez aux deux le même nom."},
			},
			{
				Name: "case", Severity: report.Warning,
				Text: report.Text{
					EN: "The metadata (XMP) name the invoice {found}, the attachment is named {name}: only capitals and small letters differ, which some programs mind.",
					FR: "Les métadonnées (XMP) nomment la facture {found}, la pièce jointe se nomme {name} : seules les majuscules diffèrent, ce qui gêne certains logiciels.",
				},
				Fix: report.Text{EN: "Give both the same name.", FR: "Donnez aux deux le même nom."},
			},
			{
				Name: "missing",
				Text: report.Text{EN: "The metadata (XMP) have no DocumentFileName.", FR: "Les métadonnées (XMP) n'ont pas de DocumentFileName."},
				Fix:  report.Text{EN: "Write the name of the attachment, {name}.", FR: "Indiquez le nom de la pièce jointe, {name}."},
			},
		},
	}
	ruleVersion = Rule{
		ID: "PDF-32", Cites: citeFacturX, Repair: true,
		Asks: report.Text{EN: "The Version in the metadata (XMP) is 1.0.", FR: "La Version des métadonnées (XMP) vaut 1.0."},
		Why: report.Text{
			EN: "It is the version of these properties, not of Factur-X, and has never changed: some validators refuse 2.3. Only XRechnung writes its own version.",
			FR: "C'est la version de ces propriétés, non de Factur-X, et elle n'a jamais changé : certains validateurs refusent 2.3. Seul XRechnung indique sa propre version.",
		},
		Cases: []Case{
			{
				Text: report.Text{EN: "The Version in the metadata (XMP) is {found}, not 1.0.", FR: "La Version des métadonnées (XMP) vaut {found}, et non 1.0."},
				Fix:  report.Text{EN: "Write 1.0, whatever the version of Factur-X.", FR: "Indiquez 1.0, quelle que soit la version de Factur-X."},
			},
			{
				Name: "missing",
				Text: report.Text{EN: "The metadata (XMP) have no Version.", FR: "Les métadonnées (XMP) n'ont pas de Version."},
				Fix:  report.Text{EN: "Write 1.0, whatever the version of Factur-X.", FR: "Indiquez 1.0, quelle que soit la version de Factur-X."},
			},
		},
	}
	ruleLevel = Rule{
		ID: "PDF-33", Cites: citeFacturX, Repair: true,
		Asks: report.Text{
			EN: "The ConformanceLevel in the metadata (XMP) is a profile: MINIMUM, BASIC WL, BASIC, EN 16931, EXTENDED or XRECHNUNG.",
			FR: "Le ConformanceLevel des métadonnées (XMP) est un profil : MINIMUM, BASIC WL, BASIC, EN 16931, EXTENDED ou XRECHNUNG.",
		},
		Why: report.Text{
			EN: "It is compared letter by letter: EN16931 without a space, or basic in small letters, is refused.",
			FR: "La comparaison se fait lettre par lettre : EN16931 sans espace, ou basic en minuscules, est refusé.",
		},
		Cases: []Case{
			{
				Text: report.Text{
					EN: "The ConformanceLevel in the metadata (XMP) is {found}, which is no profile.",
					FR: "Le ConformanceLevel des métadonnées (XMP) vaut {found}, qui n'est pas un profil.",
				},
				Fix: report.Text{EN: "Write one of {known}.", FR: "Indiquez l'un de ces profils : {known}."},
			},
			{
				Name: "spelling",
				Text: report.Text{
					EN: "The ConformanceLevel in the metadata (XMP) is {found}: the profile is written {expected}.",
					FR: "Le ConformanceLevel des métadonnées (XMP) vaut {found} : le profil s'écrit {expected}.",
				},
				Fix: report.Text{EN: "Write {expected}.", FR: "Indiquez {expected}."},
			},
			{
				Name: "missing",
				Text: report.Text{EN: "The metadata (XMP) have no ConformanceLevel.", FR: "Les métadonnées (XMP) n'ont pas de ConformanceLevel."},
				Fix:  report.Text{EN: "Write one of {known}.", FR: "Indiquez l'un de ces profils : {known}."},
			},
		},
	}
	ruleSameProfile = Rule{
		ID: "PDF-34", Cites: citeFacturX, Repair: true,
		Asks: report.Text{
			EN: "The ConformanceLevel in the metadata (XMP) is the profile that the invoice states (BT-24).",
			FR: "Le ConformanceLevel des métadonnées (XMP) est le profil qu'indique la facture (BT-24).",
		},
		Why: report.Text{
			EN: "Recipients choose by either how to check the invoice; the validator of FNFE compares the two.",
			FR: "Les destinataires se fient à l'un ou à l'autre pour contrôler la facture ; le validateur de FNFE compare les deux.",
		},
		Cases: []Case{
			{
				Text: report.Text{
					EN: "The metadata (XMP) say {found}, but the invoice is {expected} by its specification identifier (BT-24).",
					FR: "Les métadonnées (XMP) disent {found}, mais la facture est {expected} d'après son identifiant de spécification (BT-24).",
				},
				Fix: report.Text{
					EN: "Write {expected} into the metadata; or change BT-24, if that is what is wrong.",
					FR: "Indiquez {expected} dans les métadonnées ; ou changez BT-24, si c'est lui qui est faux.",
				},
			},
			{
				Name: "unknown", Severity: report.Warning, ByHand: true,
				Text: report.Text{
					EN: "The metadata (XMP) say {found}, but the specification identifier of the invoice (BT-24) is {specification}, which is no profile of Factur-X.",
					FR: "Les métadonnées (XMP) disent {found}, mais l'identifiant de spécification de la facture (BT-24) vaut {specification}, qui n'est pas un profil de Factur-X.",
				},
				Fix: report.Text{
					EN: "In a PDF, write the identifier of the Factur-X profile, unless the recipient asks for another.",
					FR: "Dans un PDF, indiquez l'identifiant du profil Factur-X, sauf si le destinataire en demande un autre.",
				},
			},
		},
	}
	ruleExtension = Rule{
		ID: "PDF-35", Cites: "ISO 19005-3, 6.6.2.3", Repair: true,
		Asks: report.Text{
			EN: "An extension schema in the metadata (XMP) declares the properties of Factur-X.",
			FR: "Un schéma d'extension dans les métadonnées (XMP) déclare les propriétés de Factur-X.",
		},
		Why: report.Text{
			EN: "PDF/A allows only properties that it knows, or that are explained in the file itself.",
			FR: "Le PDF/A n'admet que les propriétés qu'il connaît, ou qui sont expliquées dans le fichier même.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.6.2.3.1-1", "6.6.2.3.1-2"},
				Text: report.Text{
					EN: "The metadata (XMP) use the namespace {namespace} without declaring it in an extension schema.",
					FR: "Les métadonnées (XMP) utilisent l'espace de noms {namespace} sans le déclarer dans un schéma d'extension.",
				},
				Fix: report.Text{
					EN: "Add an extension schema (pdfaExtension:schemas) with the four properties.",
					FR: "Ajoutez un schéma d'extension (pdfaExtension:schemas) avec les quatre propriétés.",
				},
			},
			{
				Name: "property", Clauses: []string{"6.6.2.3.1-1", "6.6.2.3.1-2"},
				Text: report.Text{
					EN: "The extension schema in the metadata (XMP) does not declare {property}.",
					FR: "Le schéma d'extension des métadonnées (XMP) ne déclare pas {property}.",
				},
				Fix: report.Text{EN: "Declare all properties that are used.", FR: "Déclarez toutes les propriétés utilisées."},
			},
		},
	}
)
