package facturx

import "github.com/fxinvoice/fx/report"

// Rules for what the PDF makes a viewer do, and for the colours that it is shown in.
var (
	rulePortfolio = Rule{
		ID: "PDF-11", Cites: citePDF + ", 7.11.6",
		Asks: report.Text{
			EN: "The PDF is the invoice itself, and no portfolio of files.",
			FR: "Le PDF est la facture même, et non un porte-documents.",
		},
		Why: report.Text{
			EN: "The pages of a portfolio are but a cover; who prints or archives them has no readable invoice. PDF/A does not forbid it.",
			FR: "Les pages d'un porte-documents ne sont qu'une couverture ; qui les imprime ou les archive n'a pas de facture lisible. Le PDF/A ne l'interdit pas.",
		},
		Cases: []Case{{
			Severity: report.Warning,
			Text: report.Text{
				EN: "The PDF is a portfolio: viewers show a list of files in place of its pages.",
				FR: "Le PDF est un porte-documents : les lecteurs affichent une liste de fichiers au lieu de ses pages.",
			},
			Fix: report.Text{
				EN: "Make an ordinary PDF of the invoice, with its XML as attachment.",
				FR: "Produisez un PDF ordinaire de la facture, avec son XML en pièce jointe.",
			},
		}},
	}
	ruleForm = Rule{
		ID: "PDF-12", Cites: "ISO 19005-3, 6.4", Repair: true,
		Asks: report.Text{
			EN: "What the pages show does not depend on a form that a viewer has to fill in: no XFA, NeedAppearances or NeedsRendering.",
			FR: "Ce que montrent les pages ne dépend pas d'un formulaire que le lecteur doit remplir : ni XFA, ni NeedAppearances, ni NeedsRendering.",
		},
		Why: report.Text{
			EN: "An archived invoice has to look the same in ten years, in any viewer.",
			FR: "Une facture archivée doit avoir la même apparence dans dix ans, dans tout lecteur.",
		},
		Cases: []Case{
			{
				ByHand: true, Clauses: []string{"6.4.2-1"},
				Text: report.Text{
					EN: "The PDF has an XFA form: its content is not in its pages, and most viewers do not show it.",
					FR: "Le PDF contient un formulaire XFA : son contenu n'est pas dans ses pages, et la plupart des lecteurs ne l'affichent pas.",
				},
				Fix: report.Text{EN: "Print the form into a new PDF, best as PDF/A-3.", FR: "Imprimez le formulaire dans un nouveau PDF, de préférence en PDF/A-3."},
			},
			{
				Name: "appearances", Clauses: []string{"6.4.1-3"},
				Text: report.Text{
					EN: "The form in the PDF leaves the look of its fields to the viewer (NeedAppearances).",
					FR: "Le formulaire du PDF laisse au lecteur l'apparence de ses champs (NeedAppearances).",
				},
				Fix: report.Text{EN: "Flatten the form before the invoice is sent.", FR: "Aplatissez le formulaire avant d'envoyer la facture."},
			},
			{
				Name: "rendering", ByHand: true, Clauses: []string{"6.4.2-2"},
				Text: report.Text{
					EN: "The PDF asks the viewer to build its pages anew (NeedsRendering).",
					FR: "Le PDF demande au lecteur de reconstruire ses pages (NeedsRendering).",
				},
				Fix: report.Text{EN: "Print the document into a new PDF, best as PDF/A-3.", FR: "Imprimez le document dans un nouveau PDF, de préférence en PDF/A-3."},
			},
		},
	}
	ruleJavaScript = Rule{
		ID: "PDF-13", Cites: "ISO 19005-3, 6.5.1", Repair: true,
		Asks: report.Text{
			EN: "The PDF has no list of scripts.",
			FR: "Le PDF n'a pas de liste de scripts.",
		},
		Why: report.Text{
			EN: "PDF/A forbids actions in JavaScript. Validators do not look into this list, but mail filters and portals often refuse PDFs with scripts.",
			FR: "Le PDF/A interdit les actions en JavaScript. Les validateurs n'examinent pas cette liste, mais les filtres de messagerie et les portails refusent souvent les PDF à scripts.",
		},
		Cases: []Case{{
			Severity: report.Warning,
			Text: report.Text{
				EN: "The PDF lists scripts (JavaScript), which run when it is opened.",
				FR: "Le PDF contient une liste de scripts (JavaScript), exécutés à son ouverture.",
			},
			Fix: report.Text{EN: "Remove the scripts.", FR: "Supprimez les scripts."},
		}},
	}
	ruleOpenAction = Rule{
		ID: "PDF-14", Cites: "ISO 19005-3, 6.5.1", Repair: true,
		Asks: report.Text{
			EN: "What happens when the PDF is opened is harmless: going to a place, at most.",
			FR: "Ce qui se passe à l'ouverture du PDF est anodin : tout au plus l'affichage d'un endroit.",
		},
		Why: report.Text{
			EN: "PDF/A allows GoTo, GoToR, GoToE, Thread, URI, SubmitForm, and Named for turning pages; scripts and started programs are also a risk.",
			FR: "Le PDF/A admet GoTo, GoToR, GoToE, Thread, URI, SubmitForm, et Named pour tourner les pages ; scripts et programmes lancés sont en outre un risque.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.5.1-1"},
				Text: report.Text{
					EN: "Opening the PDF starts an action of the kind {found}, which PDF/A forbids.",
					FR: "L'ouverture du PDF déclenche une action de type {found}, interdite par le PDF/A.",
				},
				Fix: report.Text{EN: "Remove the action.", FR: "Supprimez cette action."},
			},
			{
				Name: "named", Clauses: []string{"6.5.1-2"},
				Text: report.Text{
					EN: "Opening the PDF starts the command {found}; PDF/A allows no command but those that turn pages.",
					FR: "L'ouverture du PDF déclenche la commande {found} ; le PDF/A n'admet que celles qui tournent les pages.",
				},
				Fix: report.Text{EN: "Remove the action.", FR: "Supprimez cette action."},
			},
		},
	}
	ruleAdditional = Rule{
		ID: "PDF-15", Cites: "ISO 19005-3, 6.5.2", Repair: true,
		Asks: report.Text{
			EN: "Nothing happens by itself when the PDF is closed, saved or printed.",
			FR: "Rien ne se déclenche à la fermeture, à l'enregistrement ou à l'impression du PDF.",
		},
		Cases: []Case{{
			Clauses: []string{"6.5.2-1"},
			Text: report.Text{
				EN: "The PDF starts actions when it is closed, saved or printed (AA), which PDF/A forbids.",
				FR: "Le PDF déclenche des actions à sa fermeture, à son enregistrement ou à son impression (AA), ce que le PDF/A interdit.",
			},
			Fix: report.Text{EN: "Remove AA from the catalog.", FR: "Supprimez AA du catalogue."},
		}},
	}
	rulePresentation = Rule{
		ID: "PDF-16", Cites: "ISO 19005-3, 6.10, 6.11", Repair: true,
		Asks: report.Text{
			EN: "The PDF asks nothing special of a viewer: no Requirements, no AlternatePresentations.",
			FR: "Le PDF ne demande rien de particulier au lecteur : ni Requirements, ni AlternatePresentations.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.11-1"},
				Text: report.Text{
					EN: "The PDF states what a viewer must be able to do (Requirements), which PDF/A forbids.",
					FR: "Le PDF indique ce que le lecteur doit savoir faire (Requirements), ce que le PDF/A interdit.",
				},
				Fix: report.Text{EN: "Remove Requirements from the catalog.", FR: "Supprimez Requirements du catalogue."},
			},
			{
				Name: "presentations", Clauses: []string{"6.10-1"},
				Text: report.Text{
					EN: "The PDF can be shown in another way than by its pages (AlternatePresentations), which PDF/A forbids.",
					FR: "Le PDF peut être présenté autrement que par ses pages (AlternatePresentations), ce que le PDF/A interdit.",
				},
				Fix: report.Text{EN: "Remove AlternatePresentations from the names of the catalog.", FR: "Supprimez AlternatePresentations des noms du catalogue."},
			},
		},
	}
	ruleLayers = Rule{
		ID: "PDF-17", Cites: "ISO 19005-3, 6.9", Repair: true,
		Asks: report.Text{
			EN: "Every configuration of optional content has a name of its own, orders all layers if it orders some, and switches none by itself (AS).",
			FR: "Chaque configuration de contenu optionnel a un nom distinct, ordonne tous les calques si elle en ordonne, et n'en commute aucun d'elle-même (AS).",
		},
		Why: report.Text{
			EN: "Whoever looks at the invoice must be able to find, and to show, every layer.",
			FR: "Qui regarde la facture doit pouvoir trouver, et afficher, chaque calque.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.9-1"},
				Text:    report.Text{EN: "A configuration of layers has no name (Name).", FR: "Une configuration de calques n'a pas de nom (Name)."},
				Fix:     report.Text{EN: "Give it a name.", FR: "Donnez-lui un nom."},
			},
			{
				Name: "twice", Clauses: []string{"6.9-2"},
				Text: report.Text{EN: "Two configurations of layers have the same name, {found}.", FR: "Deux configurations de calques portent le même nom, {found}."},
				Fix:  report.Text{EN: "Give each a name of its own.", FR: "Donnez à chacune un nom distinct."},
			},
			{
				Name: "order", Clauses: []string{"6.9-3"},
				Text: report.Text{EN: "A configuration of layers orders some of them only (Order).", FR: "Une configuration de calques n'en ordonne que certains (Order)."},
				Fix:  report.Text{EN: "List all layers in Order, or leave Order out.", FR: "Mettez tous les calques dans Order, ou supprimez Order."},
			},
			{
				Name: "switched", Clauses: []string{"6.9-4"},
				Text: report.Text{
					EN: "A configuration of layers switches them by itself (AS), on printing for instance.",
					FR: "Une configuration de calques les commute d'elle-même (AS), à l'impression par exemple.",
				},
				Fix: report.Text{EN: "Remove AS.", FR: "Supprimez AS."},
			},
		},
	}
	ruleProfile = Rule{
		ID: "PDF-18", Cites: "ISO 19005-3, 6.2.3",
		Asks: report.Text{
			EN: "The colour profile of an output intent is an ICC profile before version 5, of a screen or a printer, for RGB, CMYK or grey.",
			FR: "Le profil de couleur d'une intention de sortie est un profil ICC antérieur à la version 5, d'écran ou d'imprimante, en RVB, CMJN ou gris.",
		},
		Why: report.Text{
			EN: "It says what the colours of the pages mean. A PDF needs none unless its pages use colours of a device, which is not examined.",
			FR: "Il dit ce que signifient les couleurs des pages. Un PDF s'en passe si ses pages n'utilisent pas de couleurs d'appareil, ce qui n'est pas examiné.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.2.3-1"},
				Text: report.Text{
					EN: "The colour profile of an output intent is of class {class}, colour space {space}, version {version}: PDF/A does not take it.",
					FR: "Le profil de couleur d'une intention de sortie est de classe {class}, d'espace {space}, de version {version} : le PDF/A ne l'admet pas.",
				},
				Fix: report.Text{
					EN: "Export the PDF with an ordinary profile such as sRGB.",
					FR: "Exportez le PDF avec un profil courant, comme sRGB.",
				},
			},
			{
				Name: "short", Clauses: []string{"6.2.3-1"},
				Text: report.Text{EN: "The colour profile of an output intent is no ICC profile.", FR: "Le profil de couleur d'une intention de sortie n'est pas un profil ICC."},
				Fix:  report.Text{EN: "Export the PDF with an ordinary profile such as sRGB.", FR: "Exportez le PDF avec un profil courant, comme sRGB."},
			},
		},
	}
	ruleOneProfile = Rule{
		ID: "PDF-19", Cites: "ISO 19005-3, 6.2.3",
		Asks: report.Text{
			EN: "All output intents share one colour profile, which stands in the file.",
			FR: "Toutes les intentions de sortie partagent un seul profil de couleur, contenu dans le fichier.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.2.3-2"},
				Text: report.Text{
					EN: "The output intents of the PDF have several colour profiles: objects {first} and {other}.",
					FR: "Les intentions de sortie du PDF ont plusieurs profils de couleur : les objets {first} et {other}.",
				},
				Fix: report.Text{EN: "Let all refer to the same object.", FR: "Faites-les toutes pointer sur le même objet."},
			},
			{
				Name: "reference", Clauses: []string{"6.2.3-3"},
				Text: report.Text{
					EN: "An output intent for PDF/X takes its colour profile from outside of the file (DestOutputProfileRef).",
					FR: "Une intention de sortie PDF/X prend son profil de couleur hors du fichier (DestOutputProfileRef).",
				},
				Fix: report.Text{EN: "Put the profile into the file.", FR: "Placez le profil dans le fichier."},
			},
		},
	}
)
