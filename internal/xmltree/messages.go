package xmltree

// What can be wrong with a document, in both languages, in the order of XML 1.0: the document, its
// encoding, characters and references, markup, tags and attributes, namespaces, limits.

var (
	errEmpty = message{
		en:     "the document is empty",
		fr:     "le document est vide",
		hintEN: "check the export that wrote the file",
		hintFR: "vérifiez l'export qui a écrit le fichier",
	}
	errNoRoot = message{
		en:     "the document ends before its root element",
		fr:     "le document se termine avant son élément racine",
		hintEN: "the file seems to be cut off; transfer or export it again",
		hintFR: "le fichier semble tronqué ; transférez-le ou exportez-le à nouveau",
	}
	errTextBefore = message{
		en:     "text before the root element",
		fr:     "texte avant l'élément racine",
		hintEN: "an XML document begins with '<'; if this is another kind of file, it cannot be read as XML",
		hintFR: "un document XML commence par « < » ; s'il s'agit d'un autre type de fichier, il ne peut pas être lu comme du XML",
	}
	errTextBehind = message{
		en:     "text behind the root element",
		fr:     "texte après l'élément racine",
		hintEN: "delete what follows the end tag of the root element",
		hintFR: "supprimez ce qui suit la balise fermante de l'élément racine",
	}
	errSecondRoot = message{
		en:     "a second root element; a document has one",
		fr:     "deuxième élément racine ; un document n'en a qu'un",
		hintEN: "split the file: one document each",
		hintFR: "scindez le fichier : un document par fichier",
	}
	errEndBehind = message{
		en: "an end tag behind the end of the root element",
		fr: "balise fermante après la fin de l'élément racine",
	}
	errTruncated = message{
		en:     "the document ends inside <%[1]s>, which begins at line %[2]d, column %[3]d",
		fr:     "le document se termine à l'intérieur de <%[1]s>, qui commence ligne %[2]d, colonne %[3]d",
		hintEN: "the file seems to be cut off; transfer or export it again",
		hintFR: "le fichier semble tronqué ; transférez-le ou exportez-le à nouveau",
	}
	errDoctype = message{
		en: "a DOCTYPE is not accepted: entities declared in it can expand without bound and can read other files, " +
			"and no invoice format uses one",
		fr: "un DOCTYPE n'est pas accepté : les entités qu'il déclare peuvent grossir sans limite et lire d'autres fichiers, " +
			"et aucun format de facture n'en utilise",
		hintEN: "delete everything from <!DOCTYPE to the '>' that ends it",
		hintFR: "supprimez tout ce qui va de <!DOCTYPE au « > » qui le termine",
	}

	errVersionMissing = message{
		en: `the XML declaration does not begin with a version: version="1.0"`,
		fr: `la déclaration XML ne commence pas par une version : version="1.0"`,
	}
	errVersion11 = message{
		en:     "XML 1.1 is not accepted, only XML 1.0",
		fr:     "XML 1.1 n'est pas accepté, seulement XML 1.0",
		hintEN: `write version="1.0": nothing in an invoice needs XML 1.1`,
		hintFR: `écrivez version="1.0" : rien dans une facture ne nécessite XML 1.1`,
	}
	errVersion = message{
		en:     `"%[1]s" is no version of XML`,
		fr:     `« %[1]s » n'est pas une version de XML`,
		hintEN: `write version="1.0"`,
		hintFR: `écrivez version="1.0"`,
	}
	errEncodingName = message{
		en: `"%[1]s" cannot be the name of an encoding`,
		fr: `« %[1]s » ne peut pas être le nom d'un encodage`,
	}
	errStandalone = message{
		en: `standalone says "%[1]s" instead of "yes" or "no"`,
		fr: `standalone vaut « %[1]s » au lieu de « yes » ou « no »`,
	}
	errDeclaration = message{
		en:     "the XML declaration is wrong from here on",
		fr:     "la déclaration XML est incorrecte à partir d'ici",
		hintEN: `write <?xml version="1.0" encoding="UTF-8"?>; version, encoding and standalone come in this order`,
		hintFR: `écrivez <?xml version="1.0" encoding="UTF-8"?> ; version, encoding et standalone viennent dans cet ordre`,
	}
	errOpenDeclaration = message{
		en: "the XML declaration is not closed",
		fr: "la déclaration XML n'est pas fermée",
	}
	errLateDeclaration = message{
		en:     "an XML declaration may stand only at the very start of the document",
		fr:     "une déclaration XML ne peut se trouver qu'au tout début du document",
		hintEN: "delete it, or what stands before it, even blanks and empty lines",
		hintFR: "supprimez-la, ou ce qui la précède, même les espaces et les lignes vides",
	}

	errEncoding = message{
		en:     `the encoding "%[1]s" is not known`,
		fr:     `l'encodage « %[1]s » n'est pas connu`,
		hintEN: "save the file as UTF-8; UTF-16, ISO-8859-1, ISO-8859-15, windows-1252 and US-ASCII are read too",
		hintFR: "enregistrez le fichier en UTF-8 ; UTF-16, ISO-8859-1, ISO-8859-15, windows-1252 et US-ASCII sont lus aussi",
	}
	errNotUTF16 = message{
		en:     `the document says that it is in "%[1]s", but it is not`,
		fr:     `le document s'annonce en « %[1]s », mais ne l'est pas`,
		hintEN: `write encoding="UTF-8" if the file was saved so`,
		hintFR: `écrivez encoding="UTF-8" si le fichier a été enregistré ainsi`,
	}
	errIsUTF16 = message{
		en:     `the document says that it is in "%[1]s", but it is in %[2]s`,
		fr:     `le document s'annonce en « %[1]s », mais il est en %[2]s`,
		hintEN: `save the file as UTF-8, with encoding="UTF-8" in its declaration`,
		hintFR: `enregistrez le fichier en UTF-8, avec encoding="UTF-8" dans sa déclaration`,
	}
	errBareUTF16 = message{
		en:     "the document is in UTF-16, but has neither a byte order mark nor an XML declaration to tell so",
		fr:     "le document est en UTF-16, mais n'a ni indicateur d'ordre des octets (BOM) ni déclaration XML pour le dire",
		hintEN: "save the file as UTF-8",
		hintFR: "enregistrez le fichier en UTF-8",
	}
	errUTF32 = message{
		en:     "the document is in UTF-32, which is not read",
		fr:     "le document est en UTF-32, qui n'est pas lu",
		hintEN: "save the file as UTF-8",
		hintFR: "enregistrez le fichier en UTF-8",
	}
	errUTF8 = message{
		en:     "the byte 0x%02[1]X is not valid UTF-8 here",
		fr:     "l'octet 0x%02[1]X n'est pas de l'UTF-8 valide à cet endroit",
		hintEN: "the file is damaged, or was put together from parts in different encodings",
		hintFR: "le fichier est endommagé, ou composé de parties dans des encodages différents",
	}
	errUTF8Like = message{
		en:     "the byte 0x%02[1]X is not valid UTF-8 here",
		fr:     "l'octet 0x%02[1]X n'est pas de l'UTF-8 valide à cet endroit",
		hintEN: `the file looks like %[2]s: save it as UTF-8, or declare what it is with encoding="%[2]s"`,
		hintFR: `le fichier semble être en %[2]s : enregistrez-le en UTF-8, ou déclarez-le avec encoding="%[2]s"`,
	}
	errByte = message{
		en:     "the byte 0x%02[1]X is no character in %[2]s",
		fr:     "l'octet 0x%02[1]X n'est pas un caractère en %[2]s",
		hintEN: "the XML declaration names another encoding than the one the file was saved in",
		hintFR: "la déclaration XML nomme un autre encodage que celui dans lequel le fichier a été enregistré",
	}
	errSurrogate = message{
		en:     "0x%04[1]X is half of a UTF-16 pair, and the other half is missing",
		fr:     "0x%04[1]X est une moitié de paire UTF-16 et l'autre moitié manque",
		hintEN: "the file is damaged; export it again",
		hintFR: "le fichier est endommagé ; exportez-le à nouveau",
	}
	errHalfCharacter = message{
		en:     "the document is in UTF-16 and ends in the middle of a character",
		fr:     "le document est en UTF-16 et se termine au milieu d'un caractère",
		hintEN: "the file seems to be cut off; transfer or export it again",
		hintFR: "le fichier semble tronqué ; transférez-le ou exportez-le à nouveau",
	}

	errCharacter = message{
		en:     "the character %[1]s is not allowed in XML",
		fr:     "le caractère %[1]s n'est pas autorisé en XML",
		hintEN: "remove it where the text comes from",
		hintFR: "supprimez-le à la source du texte",
	}
	errReferenceTo = message{
		en: "%[1]s stands for a character that is not allowed in XML",
		fr: "%[1]s désigne un caractère qui n'est pas autorisé en XML",
	}
	errReference = message{
		en:     "the character reference %[1]s is not complete",
		fr:     "la référence de caractère %[1]s est incomplète",
		hintEN: "write &#8364; or &#x20AC;, with the semicolon; a literal & is &amp;",
		hintFR: "écrivez &#8364; ou &#x20AC;, avec le point-virgule ; un & littéral s'écrit &amp;",
	}
	errEntity = message{
		en:     "the entity %[1]s is not defined",
		fr:     "l'entité %[1]s n'est pas définie",
		hintEN: "XML knows &lt; &gt; &amp; &apos; and &quot; only; write other characters as they are, or by number as in &#233;",
		hintFR: "XML ne connaît que &lt; &gt; &amp; &apos; et &quot; ; écrivez les autres caractères tels quels, ou par leur numéro comme &#233;",
	}
	errAmpersand = message{
		en:     "an & that begins no reference",
		fr:     "un & qui ne commence aucune référence",
		hintEN: "write &amp; for an ampersand in a text",
		hintFR: "écrivez &amp; pour une esperluette dans un texte",
	}
	errBracket = message{
		en:     "]]> may not stand in a text",
		fr:     "]]> ne peut pas figurer dans un texte",
		hintEN: "write ]]&gt;",
		hintFR: "écrivez ]]&gt;",
	}

	errBang = message{
		en:     "<! begins neither a comment nor a CDATA section here",
		fr:     "<! ne commence ici ni un commentaire ni une section CDATA",
		hintEN: "write &lt; for a '<' in a text",
		hintFR: "écrivez &lt; pour un « < » dans un texte",
	}
	errOpenComment = message{
		en: "the comment that begins here is not closed with -->",
		fr: "le commentaire qui commence ici n'est pas fermé par -->",
	}
	errDashes = message{
		en:     "-- may not stand in a comment, except in the --> that ends it",
		fr:     "-- ne peut pas figurer dans un commentaire, sauf dans le --> qui le termine",
		hintEN: "put a blank between the dashes",
		hintFR: "mettez une espace entre les tirets",
	}
	errOpenCDATA = message{
		en: "the CDATA section that begins here is not closed with ]]>",
		fr: "la section CDATA qui commence ici n'est pas fermée par ]]>",
	}
	errOpenInstruction = message{
		en: "the processing instruction that begins here is not closed with ?>",
		fr: "l'instruction de traitement qui commence ici n'est pas fermée par ?>",
	}
	errTarget = message{
		en: "<? is not followed by the name of a processing instruction",
		fr: "<? n'est pas suivi du nom d'une instruction de traitement",
	}
	errReservedTarget = message{
		en: "a processing instruction may not be named %[1]s",
		fr: "une instruction de traitement ne peut pas s'appeler %[1]s",
	}

	errNoName = message{
		en:     "'<' is not followed by the name of an element",
		fr:     "« < » n'est pas suivi du nom d'un élément",
		hintEN: "write &lt; for a '<' in a text",
		hintFR: "écrivez &lt; pour un « < » dans un texte",
	}
	errNameCharacter = message{
		en: "%[1]s may not stand here in the name %[2]s",
		fr: "%[1]s ne peut pas figurer à cette place dans le nom %[2]s",
	}
	errOpenTag = message{
		en: "the tag <%[1]s is not closed with >",
		fr: "la balise <%[1]s n'est pas fermée par >",
	}
	errOpenTagEnd = message{
		en:     "the document ends inside the tag %[1]s",
		fr:     "le document se termine à l'intérieur de la balise %[1]s",
		hintEN: "the file seems to be cut off; transfer or export it again",
		hintFR: "le fichier semble tronqué ; transférez-le ou exportez-le à nouveau",
	}
	errTag = message{
		en: "%[1]s may not stand here in the tag <%[2]s",
		fr: "%[1]s ne peut pas figurer à cette place dans la balise <%[2]s",
	}
	errEndTag = message{
		en: "<%[1]s> from line %[2]d, column %[3]d is closed with </%[4]s>",
		fr: "<%[1]s>, ouvert ligne %[2]d, colonne %[3]d, est fermé par </%[4]s>",
	}
	errEndTagEnd = message{
		en: "the end tag </%[1]s is not closed with >",
		fr: "la balise fermante </%[1]s n'est pas fermée par >",
	}
	errAttributeSpace = message{
		en: "white space is missing between two attributes",
		fr: "il manque une espace entre deux attributs",
	}
	errEquals = message{
		en: "the attribute %[1]s has no = behind its name",
		fr: "l'attribut %[1]s n'a pas de = après son nom",
	}
	errQuote = message{
		en: "the value of the attribute %[1]s does not begin with a quote",
		fr: "la valeur de l'attribut %[1]s ne commence pas par un guillemet",
	}
	errValueTag = message{
		en:     "'<' may not stand in an attribute value",
		fr:     "« < » ne peut pas figurer dans une valeur d'attribut",
		hintEN: "write &lt;, or close the value with a quote before",
		hintFR: "écrivez &lt;, ou fermez la valeur par un guillemet avant",
	}
	errTwice = message{
		en: "the attribute %[1]s stands twice in one tag",
		fr: "l'attribut %[1]s figure deux fois dans une balise",
	}

	errColonEnd = message{
		en: "the name %[1]s needs a part before and behind its colon",
		fr: "le nom %[1]s doit avoir une partie avant et après le deux-points",
	}
	errColons = message{
		en: "the name %[1]s has more than one colon",
		fr: "le nom %[1]s contient plus d'un deux-points",
	}
	errTargetColon = message{
		en: "the name of the processing instruction %[1]s may not have a colon",
		fr: "le nom de l'instruction de traitement %[1]s ne peut pas contenir de deux-points",
	}
	errElementPrefix = message{
		en:     "the prefix %[1]s of this element is not declared",
		fr:     "le préfixe %[1]s de cet élément n'est pas déclaré",
		hintEN: `declare it in the root element: xmlns:%[1]s="…"`,
		hintFR: `déclarez-le dans l'élément racine : xmlns:%[1]s="…"`,
	}
	errAttributePrefix = message{
		en:     "the prefix %[1]s of this attribute is not declared",
		fr:     "le préfixe %[1]s de cet attribut n'est pas déclaré",
		hintEN: `declare it in the root element: xmlns:%[1]s="…"`,
		hintFR: `déclarez-le dans l'élément racine : xmlns:%[1]s="…"`,
	}
	errSameAttribute = message{
		en: "the attributes %[1]s and %[2]s are the same: their prefixes stand for one namespace",
		fr: "les attributs %[1]s et %[2]s sont identiques : leurs préfixes désignent le même espace de noms",
	}
	errUndeclare = message{
		en: `the prefix %[1]s may not be declared as ""`,
		fr: `le préfixe %[1]s ne peut pas être déclaré comme ""`,
	}
	errDeclareXML = message{
		en: "the prefix xml stands for one namespace and cannot be declared as another",
		fr: "le préfixe xml désigne un seul espace de noms et ne peut pas être déclaré autrement",
	}
	errDeclareXmlns = message{
		en: "the prefix xmlns may not be declared",
		fr: "le préfixe xmlns ne peut pas être déclaré",
	}
	errReservedSpace = message{
		en: "the namespace %[1]s may not be declared for this prefix",
		fr: "l'espace de noms %[1]s ne peut pas être déclaré pour ce préfixe",
	}
	errXmlnsPrefix = message{
		en: "no element may have the prefix xmlns",
		fr: "aucun élément ne peut avoir le préfixe xmlns",
	}

	errBytes = message{
		en:     "the document is larger than %[1]s",
		fr:     "le document dépasse %[2]s",
		hintEN: "this limit can be raised",
		hintFR: "cette limite peut être relevée",
	}
	errHuge = message{
		en:     "the document is larger than 4 GB",
		fr:     "le document dépasse 4 Go",
		hintEN: "no limit can raise that",
		hintFR: "aucun réglage ne peut relever cette limite",
	}
	errDepth = message{
		en:     "more than %[1]d elements in each other",
		fr:     "plus de %[1]d éléments imbriqués",
		hintEN: "no invoice needs that; the limit can be raised",
		hintFR: "aucune facture n'en a besoin ; la limite peut être relevée",
	}
	errAttributes = message{
		en:     "more than %[1]d attributes on one element",
		fr:     "plus de %[1]d attributs sur un élément",
		hintEN: "no invoice needs that; the limit can be raised",
		hintFR: "aucune facture n'en a besoin ; la limite peut être relevée",
	}
	errNamespaces = message{
		en:     "more than %[1]d namespace declarations in scope",
		fr:     "plus de %[1]d déclarations d'espaces de noms en vigueur",
		hintEN: "no invoice needs that; the limit can be raised",
		hintFR: "aucune facture n'en a besoin ; la limite peut être relevée",
	}
	errText = message{
		en:     "more than %[1]s between two tags",
		fr:     "plus de %[2]s entre deux balises",
		hintEN: "this limit can be raised",
		hintFR: "cette limite peut être relevée",
	}
	errValue = message{
		en:     "an attribute value of more than %[1]s",
		fr:     "une valeur d'attribut de plus de %[2]s",
		hintEN: "this limit can be raised",
		hintFR: "cette limite peut être relevée",
	}
	errNodes = message{
		en:     "more than %[1]d elements, attributes and namespace declarations",
		fr:     "plus de %[1]d éléments, attributs et déclarations d'espaces de noms",
		hintEN: "this limit can be raised",
		hintFR: "cette limite peut être relevée",
	}
	errNames = message{
		en:     "more than %[1]d distinct names of elements and attributes",
		fr:     "plus de %[1]d noms distincts d'éléments et d'attributs",
		hintEN: "no invoice needs that; the limit can be raised",
		hintFR: "aucune facture n'en a besoin ; la limite peut être relevée",
	}
)
