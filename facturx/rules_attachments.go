package facturx

import "github.com/fxinvoice/fx/report"

// Rules for the attachments: how they are named, and where the PDF lists them.
var (
	ruleName = Rule{
		ID: "PDF-36", Cites: citeFacturX, Repair: true,
		Asks: report.Text{
			EN: "The attached invoice is named factur-x.xml; xrechnung.xml in the profile XRECHNUNG.",
			FR: "La facture jointe se nomme factur-x.xml ; xrechnung.xml dans le profil XRECHNUNG.",
		},
		Why: report.Text{
			EN: "Recipients find the invoice by this name. One named otherwise is often not found at all, and the PDF taken for an ordinary one.",
			FR: "Les destinataires trouvent la facture par ce nom. Nommée autrement, elle n'est souvent pas trouvée, et le PDF passe pour ordinaire.",
		},
		Cases: []Case{
			{
				Text: report.Text{
					EN: "The attached invoice is named {name}, not {expected}: many recipients will not find it.",
					FR: "La facture jointe se nomme {name}, et non {expected} : beaucoup de destinataires ne la trouveront pas.",
				},
				Fix: report.Text{EN: "Name it {expected}.", FR: "Nommez-la {expected}."},
			},
			{
				Name: "path",
				Text: report.Text{
					EN: "The name of the attached invoice is a path, {name}: recipients look for {expected} alone, and do not find it.",
					FR: "Le nom de la facture jointe est un chemin, {name} : les destinataires cherchent {expected} seul, et ne la trouvent pas.",
				},
				Fix: report.Text{EN: "Name it {expected}, without folders.", FR: "Nommez-la {expected}, sans dossiers."},
			},
			{
				Name: "case", Severity: report.Warning,
				Text: report.Text{
					EN: "The attached invoice is named {name}, not {expected}: capitals and small letters matter to some programs.",
					FR: "La facture jointe se nomme {name}, et non {expected} : majuscules et minuscules comptent pour certains logiciels.",
				},
				Fix: report.Text{EN: "Name it {expected}.", FR: "Nommez-la {expected}."},
			},
			{
				Name: "other", Severity: report.Warning,
				Text: report.Text{
					EN: "The attached invoice is named {name}, which is the name in another format or profile: here it is {expected}.",
					FR: "La facture jointe se nomme {name}, nom d'un autre format ou profil : ici, c'est {expected}.",
				},
				Fix: report.Text{EN: "Name it {expected}.", FR: "Nommez-la {expected}."},
			},
		},
	}
	ruleBothNames = Rule{
		ID: "PDF-37", Cites: "ISO 19005-3, 6.8", Repair: true,
		Asks: report.Text{
			EN: "Every attachment has its name twice, under F and UF.",
			FR: "Chaque pièce jointe porte son nom deux fois, sous F et UF.",
		},
		Why: report.Text{EN: "Older programs read F, newer ones UF.", FR: "Les logiciels anciens lisent F, les récents UF."},
		Cases: []Case{{
			Clauses: []string{"6.8-2"},
			Text: report.Text{
				EN: "The attachment {name} has no name under {key}.",
				FR: "La pièce jointe {name} n'a pas de nom sous {key}.",
			},
			Fix: report.Text{EN: "Write the same name under F and UF.", FR: "Indiquez le même nom sous F et UF."},
		}},
	}
	ruleEqualNames = Rule{
		ID: "PDF-38", Cites: citePDF + ", 7.11.3", Repair: true,
		Asks: report.Text{EN: "The two names of an attachment, F and UF, are the same.", FR: "Les deux noms d'une pièce jointe, F et UF, sont les mêmes."},
		Cases: []Case{{
			Severity: report.Warning,
			Text: report.Text{
				EN: "The attachment has two names: {uf} (UF) and {f} (F). Which one counts depends on the program.",
				FR: "La pièce jointe a deux noms : {uf} (UF) et {f} (F). Celui qui compte dépend du logiciel.",
			},
			Fix: report.Text{EN: "Write the same name under F and UF.", FR: "Indiquez le même nom sous F et UF."},
		}},
	}
	ruleRelated = Rule{
		ID: "PDF-39", Cites: "ISO 19005-3, 6.8", Repair: true,
		Asks: report.Text{
			EN: "Every attachment says how it relates to the document (AFRelationship).",
			FR: "Chaque pièce jointe indique son lien avec le document (AFRelationship).",
		},
		Cases: []Case{{
			Clauses: []string{"6.8-3"},
			Text: report.Text{
				EN: "The attachment {name} does not say how it relates to the PDF (AFRelationship).",
				FR: "La pièce jointe {name} n'indique pas son lien avec le PDF (AFRelationship).",
			},
			Fix: report.Text{
				EN: "Write Alternative for the invoice (Data in the profiles MINIMUM and BASIC WL), Supplement for other files.",
				FR: "Indiquez Alternative pour la facture (Data dans les profils MINIMUM et BASIC WL), Supplement pour d'autres fichiers.",
			},
		}},
	}
	ruleRelationship = Rule{
		ID: "PDF-40", Cites: citeFacturX + "; ZUGFeRD 2.4, 6.2.2, 6.3", Repair: true,
		Asks: report.Text{
			EN: "The AFRelationship of the invoice is Data in the profiles MINIMUM and BASIC WL, Alternative in the others.",
			FR: "L'AFRelationship de la facture vaut Data dans les profils MINIMUM et BASIC WL, Alternative dans les autres.",
		},
		Why: report.Text{
			EN: "An XML of a small profile is a part of the invoice only; of another profile, it is the same invoice again. France accepts Data, Source and Alternative for all profiles, as the samples of FNFE show. Germany does not: DATEV, for one, takes the XML with Alternative only.",
			FR: "Le XML d'un petit profil n'est qu'une partie de la facture ; dans un autre profil, c'est la même facture. La France accepte Data, Source et Alternative pour tous les profils, comme le montrent les exemples de FNFE. L'Allemagne non : DATEV, par exemple, ne prend le XML qu'avec Alternative.",
		},
		Cases: []Case{
			{
				Text: report.Text{
					EN: "The AFRelationship of the invoice is {found}: no recipient expects an invoice under it.",
					FR: "L'AFRelationship de la facture vaut {found} : aucun destinataire n'y attend une facture.",
				},
				Fix: report.Text{EN: "Write {expected}.", FR: "Indiquez {expected}."},
			},
			{
				Name: "small", Severity: report.Warning,
				Text: report.Text{
					EN: "The AFRelationship of the invoice is {found}, but in the profile {profile} it is Data: the XML is not the whole invoice. France accepts it, German recipients may not.",
					FR: "L'AFRelationship de la facture vaut {found}, mais dans le profil {profile} c'est Data : le XML n'est pas toute la facture. La France l'accepte, un destinataire allemand peut le refuser.",
				},
				Fix: report.Text{EN: "Write Data.", FR: "Indiquez Data."},
			},
			{
				Name: "data", Severity: report.Info,
				Text: report.Text{
					EN: "The AFRelationship of the invoice is Data. France accepts it; in Germany it is Alternative, and DATEV, for one, ignores the XML otherwise.",
					FR: "L'AFRelationship de la facture vaut Data. La France l'accepte ; en Allemagne c'est Alternative, et DATEV, par exemple, ignore sinon le XML.",
				},
				Fix: report.Text{EN: "Write Alternative, which is accepted everywhere.", FR: "Indiquez Alternative, accepté partout."},
			},
			{
				Name: "source", Severity: report.Info,
				Text: report.Text{
					EN: "The AFRelationship of the invoice is Source. France accepts it where the PDF is made from the XML; German recipients expect Alternative.",
					FR: "L'AFRelationship de la facture vaut Source. La France l'accepte si le PDF est produit à partir du XML ; les destinataires allemands attendent Alternative.",
				},
				Fix: report.Text{EN: "Write Alternative, which is accepted everywhere.", FR: "Indiquez Alternative, accepté partout."},
			},
		},
	}
	ruleAssociated = Rule{
		ID: "PDF-41", Cites: "ISO 19005-3, 6.8", Repair: true,
		Asks: report.Text{
			EN: "Every attachment is associated with the document, or a part of it: it is in the array AF of the catalog, of a page or the like; the invoice in the catalog's.",
			FR: "Chaque pièce jointe est associée au document, ou à l'une de ses parties : elle est dans le tableau AF du catalogue, d'une page ou d'un autre élément ; la facture dans celui du catalogue.",
		},
		Why: report.Text{
			EN: "Some programs find attachments by AF only. A file left behind by an earlier invoice is the usual cause.",
			FR: "Certains logiciels ne trouvent les pièces jointes que par AF. La cause habituelle est un fichier laissé par une facture antérieure.",
		},
		Cases: []Case{
			{
				Clauses: []string{"6.8-4"},
				Text: report.Text{
					EN: "The attachment {name} is not among the associated files of the document (AF), nor of a page or a comment.",
					FR: "La pièce jointe {name} n'est pas parmi les fichiers associés au document (AF), ni à une page ou une annotation.",
				},
				Fix: report.Text{EN: "Add it to AF, or remove it.", FR: "Ajoutez-la à AF, ou supprimez-la."},
			},
			{
				Name: "part",
				Text: report.Text{
					EN: "The invoice {name} is associated with a page or a comment only (AF), not with the document.",
					FR: "La facture {name} n'est associée qu'à une page ou une annotation (AF), et non au document.",
				},
				Fix: report.Text{EN: "Add it to AF of the catalog.", FR: "Ajoutez-la à AF dans le catalogue."},
			},
			{
				Name: "single", Clauses: []string{"6.8-4"},
				Text: report.Text{
					EN: "The associated files of the document (AF) are a single file, where a list (array) is required.",
					FR: "Les fichiers associés au document (AF) sont un seul fichier, alors qu'il faut une liste (tableau).",
				},
				Fix: report.Text{EN: "Write an array.", FR: "Écrivez un tableau."},
			},
		},
	}
	ruleListed = Rule{
		ID: "PDF-42", Cites: citeFacturX, Repair: true,
		Asks: report.Text{
			EN: "The invoice is in the list of attachments of the document (EmbeddedFiles).",
			FR: "La facture est dans la liste des pièces jointes du document (EmbeddedFiles).",
		},
		Why: report.Text{
			EN: "Viewers, and most programs of recipients, look nowhere else.",
			FR: "Les lecteurs, et la plupart des logiciels des destinataires, ne regardent pas ailleurs.",
		},
		Cases: []Case{
			{
				Text: report.Text{
					EN: "The invoice {name} is not in the list of attachments (EmbeddedFiles): viewers do not show it, and many programs do not find it.",
					FR: "La facture {name} n'est pas dans la liste des pièces jointes (EmbeddedFiles) : les lecteurs ne la montrent pas, et beaucoup de logiciels ne la trouvent pas.",
				},
				Fix: report.Text{EN: "Add it to the name tree EmbeddedFiles.", FR: "Ajoutez-la à l'arbre de noms EmbeddedFiles."},
			},
			{
				Name: "comment",
				Text: report.Text{
					EN: "The invoice {name} is attached to a comment on page {page}, not to the document.",
					FR: "La facture {name} est jointe à une annotation de la page {page}, et non au document.",
				},
				Fix: report.Text{EN: "Attach it to the document, with EmbeddedFiles and AF.", FR: "Joignez-la au document, avec EmbeddedFiles et AF."},
			},
		},
	}
	ruleKey = Rule{
		ID: "PDF-43", Cites: citePDF + ", 7.7.4", Repair: true,
		Asks: report.Text{
			EN: "In the list of attachments the invoice stands under its name.",
			FR: "Dans la liste des pièces jointes, la facture figure sous son nom.",
		},
		Cases: []Case{{
			Severity: report.Warning,
			Text: report.Text{
				EN: "In the list of attachments the invoice {name} stands under {found}: programs that search this list for its name do not find it.",
				FR: "Dans la liste des pièces jointes, la facture {name} figure sous {found} : les logiciels qui y cherchent son nom ne la trouvent pas.",
			},
			Fix: report.Text{EN: "Use the name of the attachment as its key.", FR: "Utilisez comme clé le nom de la pièce jointe."},
		}},
	}
)
