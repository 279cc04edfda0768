package pdf

// What can be wrong with a file, in both languages: the file, its cross-reference, its objects, streams and filters, encryption, limits.

var (
	errEmpty = message{
		kind:   KindNotPDF,
		en:     "the file is empty",
		fr:     "le fichier est vide",
		hintEN: "check the export that wrote the file",
		hintFR: "vérifiez l'export qui a écrit le fichier",
	}
	errNotPDF = message{
		kind:   KindNotPDF,
		en:     "no PDF: %%PDF- is not among the first 1024 bytes",
		fr:     "ce n'est pas un PDF : %%PDF- ne figure pas dans les 1024 premiers octets",
		hintEN: "check that this is the right file",
		hintFR: "vérifiez qu'il s'agit du bon fichier",
	}
	errNoRoot = message{
		kind:   KindDamaged,
		en:     "the trailer leads to no document catalog",
		fr:     "la fin de fichier (trailer) ne mène à aucun catalogue de document",
		hintEN: "the file seems to be damaged or cut off; transfer or export it again",
		hintFR: "le fichier semble endommagé ou tronqué ; transférez-le ou exportez-le à nouveau",
	}
	errNothing = message{
		kind:   KindDamaged,
		en:     "the file holds no objects",
		fr:     "le fichier ne contient aucun objet",
		hintEN: "the file seems to be cut off; transfer or export it again",
		hintFR: "le fichier semble tronqué ; transférez-le ou exportez-le à nouveau",
	}
	errLost = message{
		kind:   KindDamaged,
		en:     "the document catalog is not in the file, which seems to be cut off",
		fr:     "le catalogue du document n'est pas dans le fichier, qui semble tronqué",
		hintEN: "transfer or export the file again",
		hintFR: "transférez ou exportez le fichier à nouveau",
	}

	errStartXref = message{
		kind: KindDamaged,
		en:   "the end of the file does not say where the cross-reference is",
		fr:   "la fin du fichier n'indique pas où se trouve la table des références",
	}
	errNoSection = message{
		kind: KindDamaged,
		en:   "no cross-reference at the place that the file names",
		fr:   "pas de table des références à l'endroit indiqué par le fichier",
	}
	errTable = message{
		kind: KindDamaged,
		en:   "the cross-reference makes no sense here",
		fr:   "la table des références est incohérente ici",
	}
	errEntry = message{
		kind: KindDamaged,
		en:   "no entry of a cross-reference table",
		fr:   "ce n'est pas une entrée de table des références",
	}
	errTrailer = message{
		kind: KindDamaged,
		en:   "no dictionary behind the word trailer",
		fr:   "pas de dictionnaire après le mot trailer",
	}
	errWidths = message{
		kind: KindDamaged,
		en:   "the cross-reference stream does not say how wide its fields are",
		fr:   "le flux de références n'indique pas la largeur de ses champs",
	}
	errNoObject = message{
		kind: KindDamaged,
		en:   "the object does not stand where the cross-reference says",
		fr:   "l'objet ne se trouve pas à l'endroit indiqué par la table des références",
	}
	errNoObjectStream = message{
		kind: KindDamaged,
		en:   "no object stream, although objects should be in it",
		fr:   "ce n'est pas un flux d'objets, alors que des objets devraient s'y trouver",
	}
	errNotPacked = message{
		kind: KindDamaged,
		en:   "the object is not in the object stream %[1]d, where it should be",
		fr:   "l'objet ne se trouve pas dans le flux d'objets %[1]d, où il devrait être",
	}
	errInItself = message{
		kind: KindDamaged,
		en:   "an object stream that needs an object of its own to be read",
		fr:   "un flux d'objets dont la lecture exige un objet qu'il contient",
	}
	errHops = message{
		kind: KindDamaged,
		en:   "a reference that leads from reference to reference without end",
		fr:   "une référence qui mène de référence en référence sans fin",
	}

	errEnd = message{
		kind:   KindDamaged,
		en:     "the file ends inside an object",
		fr:     "le fichier se termine à l'intérieur d'un objet",
		hintEN: "the file seems to be cut off; transfer or export it again",
		hintFR: "le fichier semble tronqué ; transférez-le ou exportez-le à nouveau",
	}
	errOpenString = message{
		kind: KindDamaged,
		en:   "a string without an end",
		fr:   "une chaîne de caractères sans fin",
	}
	errUnexpected = message{
		kind: KindDamaged,
		en:   "%[1]q where a value should be",
		fr:   "%[1]q là où une valeur est attendue",
	}
	errKey = message{
		kind: KindDamaged,
		en:   "%[1]q where a key or the end of a dictionary should be",
		fr:   "%[1]q là où une clé ou la fin d'un dictionnaire est attendue",
	}

	errStreamEnd = message{
		kind:   KindDamaged,
		en:     "a stream without an end",
		fr:     "un flux sans fin",
		hintEN: "the file seems to be cut off; transfer or export it again",
		hintFR: "le fichier semble tronqué ; transférez-le ou exportez-le à nouveau",
	}
	errFilterType = message{
		kind: KindDamaged,
		en:   "the filter of a stream is not a name",
		fr:   "le filtre d'un flux n'est pas un nom",
	}
	errParameter = message{
		kind: KindDamaged,
		en:   "the filter parameter %[1]s has the impossible value %[2]d",
		fr:   "le paramètre de filtre %[1]s a la valeur impossible %[2]d",
	}
	errFilter = message{
		kind:   KindDamaged,
		en:     "the data are not what the filter %[1]s makes",
		fr:     "les données ne sont pas celles que produit le filtre %[1]s",
		hintEN: "the file seems to be damaged; transfer or export it again",
		hintFR: "le fichier semble endommagé ; transférez-le ou exportez-le à nouveau",
	}
	errFilterUnknown = message{
		kind: KindUnsupported,
		en:   "data behind the filter %[1]s are not read",
		fr:   "les données passées par le filtre %[1]s ne sont pas lues",
	}

	errPassword = message{
		kind:   KindPassword,
		en:     "the file is encrypted and opens with a password only",
		fr:     "le fichier est chiffré et ne s'ouvre qu'avec un mot de passe",
		hintEN: "save it without a password; invoices have to be readable without one",
		hintFR: "enregistrez-le sans mot de passe ; une facture doit être lisible sans en saisir un",
	}
	errHandler = message{
		kind:   KindUnsupported,
		en:     "the file is encrypted in a way that is not read: %[1]s",
		fr:     "le fichier est chiffré d'une manière qui n'est pas lue : %[1]s",
		hintEN: "save it without encryption",
		hintFR: "enregistrez-le sans chiffrement",
	}
	errEncrypt = message{
		kind:   KindUnsupported,
		en:     "the file is encrypted, but what it says of the encryption makes no sense",
		fr:     "le fichier est chiffré, mais ce qu'il indique du chiffrement est incohérent",
		hintEN: "save it without encryption",
		hintFR: "enregistrez-le sans chiffrement",
	}
	errDecrypt = message{
		kind: KindDamaged,
		en:   "encrypted data of an impossible length",
		fr:   "des données chiffrées d'une longueur impossible",
	}

	errFileSize = message{
		kind:   KindLimit,
		en:     "the file is larger than %[1]s",
		fr:     "le fichier dépasse %[2]s",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
	errSections = message{
		kind:   KindLimit,
		en:     "the file was updated more than %[1]d times",
		fr:     "le fichier a été mis à jour plus de %[1]d fois",
		hintEN: "save it anew with another program",
		hintFR: "réenregistrez-le avec un autre logiciel",
	}
	errObjects = message{
		kind:   KindLimit,
		en:     "more than %[1]d objects",
		fr:     "plus de %[1]d objets",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
	errValues = message{
		kind:   KindLimit,
		en:     "an object of more than %[1]d values",
		fr:     "un objet de plus de %[1]d valeurs",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
	errNesting = message{
		kind:   KindLimit,
		en:     "more than %[1]d arrays and dictionaries in each other",
		fr:     "plus de %[1]d tableaux et dictionnaires imbriqués",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
	errObjectSize = message{
		kind:   KindLimit,
		en:     "an object of more than %[1]s",
		fr:     "un objet de plus de %[2]s",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
	errStreamSize = message{
		kind:   KindLimit,
		en:     "a stream of more than %[1]s",
		fr:     "un flux de plus de %[2]s",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
	errRatio = message{
		kind:   KindLimit,
		en:     "a stream that becomes more than %[1]d times as large as its data, as an attack does",
		fr:     "un flux qui devient plus de %[1]d fois plus grand que ses données, comme dans une attaque",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
	errFilters = message{
		kind: KindLimit,
		en:   "a stream with more than %[1]d filters",
		fr:   "un flux qui a plus de %[1]d filtres",
	}
	errEntries = message{
		kind:   KindLimit,
		en:     "a tree of names or pages with more than %[1]d entries",
		fr:     "une arborescence de noms ou de pages de plus de %[1]d entrées",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
	errWork = message{
		kind:   KindLimit,
		en:     "reading the objects asked for takes more than %[1]s of reading and decoding",
		fr:     "la lecture des objets demandés exige plus de %[2]s à lire et à décoder",
		hintEN: "raise the limit if the file is genuine",
		hintFR: "relevez la limite si le fichier est authentique",
	}
)
