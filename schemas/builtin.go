package schemas

// The built-in types of XML Schema 1.0. A value of type typeID that is one of them also says how a text is
// read.
const (
	_ typeID = iota
	xsAnyType
	xsAnySimpleType
	xsString
	xsNormalizedString
	xsToken
	xsLanguage
	xsNMTOKEN
	xsNMTOKENS
	xsName
	xsNCName
	xsID
	xsIDREF
	xsIDREFS
	xsENTITY
	xsENTITIES
	xsQName
	xsNOTATION
	xsAnyURI
	xsBoolean
	xsDecimal
	xsInteger
	xsNonPositiveInteger
	xsNegativeInteger
	xsLong
	xsInt
	xsShort
	xsByte
	xsNonNegativeInteger
	xsUnsignedLong
	xsUnsignedInt
	xsUnsignedShort
	xsUnsignedByte
	xsPositiveInteger
	xsFloat
	xsDouble
	xsDuration
	xsDateTime
	xsTime
	xsDate
	xsGYearMonth
	xsGYear
	xsGMonthDay
	xsGDay
	xsGMonth
	xsHexBinary
	xsBase64Binary
	builtinCount
)

// builtinName is the name of each built-in type.
var builtinName = [builtinCount]string{
	xsAnyType:            "anyType",
	xsAnySimpleType:      "anySimpleType",
	xsString:             "string",
	xsNormalizedString:   "normalizedString",
	xsToken:              "token",
	xsLanguage:           "language",
	xsNMTOKEN:            "NMTOKEN",
	xsNMTOKENS:           "NMTOKENS",
	xsName:               "Name",
	xsNCName:             "NCName",
	xsID:                 "ID",
	xsIDREF:              "IDREF",
	xsIDREFS:             "IDREFS",
	xsENTITY:             "ENTITY",
	xsENTITIES:           "ENTITIES",
	xsQName:              "QName",
	xsNOTATION:           "NOTATION",
	xsAnyURI:             "anyURI",
	xsBoolean:            "boolean",
	xsDecimal:            "decimal",
	xsInteger:            "integer",
	xsNonPositiveInteger: "nonPositiveInteger",
	xsNegativeInteger:    "negativeInteger",
	xsLong:               "long",
	xsInt:                "int",
	xsShort:              "short",
	xsByte:               "byte",
	xsNonNegativeInteger: "nonNegativeInteger",
	xsUnsignedLong:       "unsignedLong",
	xsUnsignedInt:        "unsignedInt",
	xsUnsignedShort:      "unsignedShort",
	xsUnsignedByte:       "unsignedByte",
	xsPositiveInteger:    "positiveInteger",
	xsFloat:              "float",
	xsDouble:             "double",
	xsDuration:           "duration",
	xsDateTime:           "dateTime",
	xsTime:               "time",
	xsDate:               "date",
	xsGYearMonth:         "gYearMonth",
	xsGYear:              "gYear",
	xsGMonthDay:          "gMonthDay",
	xsGDay:               "gDay",
	xsGMonth:             "gMonth",
	xsHexBinary:          "hexBinary",
	xsBase64Binary:       "base64Binary",
}

// builtins are the rows of the built-in types, which every set shares.
var builtins = [builtinCount]typ{
	xsAnyType: {
		content: contentMixed,
		attrs:   &attributes{wildcard: anyLax},
		auto:    &automaton{positions: []particle{{wild: anyLax, min: 1, max: 1}}, start: 1, follow: []uint64{1}, last: 1, emptyOK: true},
	},
	xsAnySimpleType:      {content: contentSimple, base: xsAnyType, value: xsAnySimpleType, isSimple: true},
	xsString:             {content: contentSimple, base: xsAnySimpleType, value: xsString, isSimple: true},
	xsNormalizedString:   {content: contentSimple, base: xsString, value: xsNormalizedString, isSimple: true},
	xsToken:              {content: contentSimple, base: xsNormalizedString, value: xsToken, isSimple: true},
	xsLanguage:           {content: contentSimple, base: xsToken, value: xsLanguage, isSimple: true},
	xsNMTOKEN:            {content: contentSimple, base: xsToken, value: xsNMTOKEN, isSimple: true},
	xsNMTOKENS:           {content: contentSimple, base: xsAnySimpleType, value: xsNMTOKENS, isSimple: true},
	xsName:               {content: contentSimple, base: xsToken, value: xsName, isSimple: true},
	xsNCName:             {content: contentSimple, base: xsName, value: xsNCName, isSimple: true},
	xsID:                 {content: contentSimple, base: xsNCName, value: xsID, isSimple: true},
	xsIDREF:              {content: contentSimple, base: xsNCName, value: xsIDREF, isSimple: true},
	xsIDREFS:             {content: contentSimple, base: xsAnySimpleType, value: xsIDREFS, isSimple: true},
	xsENTITY:             {content: contentSimple, base: xsNCName, value: xsENTITY, isSimple: true},
	xsENTITIES:           {content: contentSimple, base: xsAnySimpleType, value: xsENTITIES, isSimple: true},
	xsQName:              {content: contentSimple, base: xsAnySimpleType, value: xsQName, isSimple: true},
	xsNOTATION:           {content: contentSimple, base: xsAnySimpleType, value: xsNOTATION, isSimple: true},
	xsAnyURI:             {content: contentSimple, base: xsAnySimpleType, value: xsAnyURI, isSimple: true},
	xsBoolean:            {content: contentSimple, base: xsAnySimpleType, value: xsBoolean, isSimple: true},
	xsDecimal:            {content: contentSimple, base: xsAnySimpleType, value: xsDecimal, isSimple: true},
	xsInteger:            {content: contentSimple, base: xsDecimal, value: xsInteger, isSimple: true},
	xsNonPositiveInteger: {content: contentSimple, base: xsInteger, value: xsNonPositiveInteger, isSimple: true},
	xsNegativeInteger:    {content: contentSimple, base: xsNonPositiveInteger, value: xsNegativeInteger, isSimple: true},
	xsLong:               {content: contentSimple, base: xsInteger, value: xsLong, isSimple: true},
	xsInt:                {content: contentSimple, base: xsLong, value: xsInt, isSimple: true},
	xsShort:              {content: contentSimple, base: xsInt, value: xsShort, isSimple: true},
	xsByte:               {content: contentSimple, base: xsShort, value: xsByte, isSimple: true},
	xsNonNegativeInteger: {content: contentSimple, base: xsInteger, value: xsNonNegativeInteger, isSimple: true},
	xsUnsignedLong:       {content: contentSimple, base: xsNonNegativeInteger, value: xsUnsignedLong, isSimple: true},
	xsUnsignedInt:        {content: contentSimple, base: xsUnsignedLong, value: xsUnsignedInt, isSimple: true},
	xsUnsignedShort:      {content: contentSimple, base: xsUnsignedInt, value: xsUnsignedShort, isSimple: true},
	xsUnsignedByte:       {content: contentSimple, base: xsUnsignedShort, value: xsUnsignedByte, isSimple: true},
	xsPositiveInteger:    {content: contentSimple, base: xsNonNegativeInteger, value: xsPositiveInteger, isSimple: true},
	xsFloat:              {content: contentSimple, base: xsAnySimpleType, value: xsFloat, isSimple: true},
	xsDouble:             {content: contentSimple, base: xsAnySimpleType, value: xsDouble, isSimple: true},
	xsDuration:           {content: contentSimple, base: xsAnySimpleType, value: xsDuration, isSimple: true},
	xsDateTime:           {content: contentSimple, base: xsAnySimpleType, value: xsDateTime, isSimple: true},
	xsTime:               {content: contentSimple, base: xsAnySimpleType, value: xsTime, isSimple: true},
	xsDate:               {content: contentSimple, base: xsAnySimpleType, value: xsDate, isSimple: true},
	xsGYearMonth:         {content: contentSimple, base: xsAnySimpleType, value: xsGYearMonth, isSimple: true},
	xsGYear:              {content: contentSimple, base: xsAnySimpleType, value: xsGYear, isSimple: true},
	xsGMonthDay:          {content: contentSimple, base: xsAnySimpleType, value: xsGMonthDay, isSimple: true},
	xsGDay:               {content: contentSimple, base: xsAnySimpleType, value: xsGDay, isSimple: true},
	xsGMonth:             {content: contentSimple, base: xsAnySimpleType, value: xsGMonth, isSimple: true},
	xsHexBinary:          {content: contentSimple, base: xsAnySimpleType, value: xsHexBinary, isSimple: true},
	xsBase64Binary:       {content: contentSimple, base: xsAnySimpleType, value: xsBase64Binary, isSimple: true},
}
