package facturx_test

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"strings"
)

func metadataFlaws() []flaw {
	return []flaw{
		{"no metadata", func(p *pack) { p.metadata = "" }, "PDF-20"},
		{"metadata of no type", func(p *pack) { p.metadata = "/Subtype/XML" }, "PDF-20:type"},
		{"metadata that are no XML", func(p *pack) { p.claim = "<a>" }, "PDF-21"},
		{"metadata that do not inflate", func(p *pack) { p.metadata += "/Filter/FlateDecode" }, "PDF-21:damaged"},
		{"two blocks of metadata", func(p *pack) {
			whole := good().xmp()
			p.claim = claimed + "</rdf:RDF></x:xmpmeta>" + whole[:strings.Index(whole, "<rdf:Description")]
		}, "PDF-21:packets"},
		{"claim stated twice", func(p *pack) { p.claim += claimed }, "PDF-21:twice PDF-21:twice"},
		{"two lists of schemas", func(p *pack) { p.schema += p.schema }, "PDF-21:schemas"},
		{"metadata in UTF-16", func(p *pack) {
			p.metadata = ""
			p.catalog = "/Metadata 20 0 R"
			p.objects = func(b *builder) {
				b.stream(20, "/Type/Metadata/Subtype/XML", wide(strings.TrimPrefix(p.xmp(), "\ufeff")))
			}
		}, "PDF-22"},
		{"header with bytes", func(p *pack) { p.packet = ` bytes="1000"` }, "PDF-22:bytes"},
		{"header with encoding", func(p *pack) { p.packet = "\n encoding=\"UTF-8\"" }, "PDF-22:encoding"},
		{"compressed metadata", func(p *pack) {
			p.metadata = ""
			p.catalog = "/Metadata 20 0 R"
			p.objects = func(b *builder) {
				b.stream(20, "/Type/Metadata/Subtype/XML/Filter/FlateDecode", deflate([]byte(p.xmp())))
			}
		}, "PDF-22:compressed"},
		{"no claim", func(p *pack) { p.claim = "" }, "PDF-23"},
		{"PDF/A-1", func(p *pack) { change(&p.claim, `part="3"`, `part="1"`) }, "PDF-24"},
		{"no part", func(p *pack) { change(&p.claim, `pdfaid:part="3"`, "") }, "PDF-24:missing"},
		{"part in an element", func(p *pack) {
			p.claim = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>`
		}, ""},
		{"conformance in small letters", func(p *pack) { change(&p.claim, `"B"`, `"b"`) }, "PDF-25"},
		{"no conformance", func(p *pack) { change(&p.claim, `pdfaid:conformance="B"`, "") }, "PDF-25:missing"},
		{"other prefix", func(p *pack) { change(&p.claim, "pdfaid", "pa") }, "PDF-26:part PDF-26:conformance"},
		{"other prefix of the rest", func(p *pack) {
			change(&p.claim, "/>", ` xmlns:q="http://www.aiim.org/pdfa/ns/id/" q:amd="2005" q:corr="1"/>`)
		}, "PDF-26:amd PDF-26:corr"},
		{"another title", information("Title", "dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">Invoice 1</rdf:li></rdf:Alt>", "(Invoice 2)"), "PDF-27"},
		{"the same title", information("Title", "dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">Invoice 1</rdf:li></rdf:Alt>", "( Invoice 1)"), ""},
		{"the same authors", information("Author", "dc:creator", "<rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq>", "(A; B)"), ""},
		{"a title in one place", information("Subject", "dc:title", "<rdf:Alt><rdf:li xml:lang=\"x-default\">Invoice 1</rdf:li></rdf:Alt>", "(Invoice 2)"), ""},
		{"the same moment", information("ModDate", "xmp:ModifyDate", "2026-01-31T11:00:00Z", "(D:20260131120000+01'00')"), ""},
		{"the same moment, roughly", information("ModDate", "xmp:ModifyDate", "2026-01-31T12:00", "(D:20260131120030+01'00')"), ""},
		{"the same day", information("ModDate", "xmp:ModifyDate", "2026-01-31T11:00:00", "(D:20260131)"), ""},
		{"another moment", information("ModDate", "xmp:ModifyDate", "2026-01-31T12:00:00Z", "(D:20260131120000+01'00')"), "PDF-27"},
		{"no date at all", information("CreationDate", "xmp:CreateDate", "yesterday", "(D:20260131120000Z)"), ""},
	}
}

// information states something in the properties of the document and in its metadata.
func information(entry, property, inXMP, inInfo string) func(*pack) {
	return func(p *pack) {
		p.claim += `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><` + property + ">" + inXMP + "</" + property + "></rdf:Description>"
		p.trailer += "/Info<</" + entry + inInfo + ">>"
	}
}

// wide writes ASCII as UTF-16.
func wide(s string) []byte {
	b := []byte{0xfe, 0xff}
	for _, r := range s {
		b = append(b, byte(r>>8), byte(r))
	}
	return b
}

func facturxFlaws() []flaw {
	old := func(space, name string) func(*pack) {
		return func(p *pack) {
			p.properties, p.schema = described(space, "fx"), declared(space)
			for _, s := range []*string{&p.properties, &p.names, &p.file} {
				change(s, "factur-x.xml", name)
			}
		}
	}
	property := func(name, value, other string) func(*pack) {
		return func(p *pack) { change(&p.properties, "fx:"+name+`="`+value+`"`, other) }
	}
	return []flaw{
		{"no properties", func(p *pack) { p.properties = "" }, "PDF-28"},
		{"ZUGFeRD 2.0", old("urn:zugferd:pdfa:CrossIndustryDocument:invoice:2p0#", "zugferd-invoice.xml"), "PDF-29"},
		{"ZUGFeRD 1.0", func(p *pack) {
			old("urn:ferd:pdfa:CrossIndustryDocument:invoice:1p0#", "ZUGFeRD-invoice.xml")(p)
			change(&p.properties, "EN 16931", "COMFORT")
			change(&p.properties, `"1.0"`, `"RC"`)
		}, "PDF-29:first"},
		{"Order-X", func(p *pack) {
			p.properties, p.schema = described("urn:factur-x:pdfa:CrossIndustryDocument:1p0#", "fx"), declared("urn:factur-x:pdfa:CrossIndustryDocument:1p0#")
			change(&p.properties, "INVOICE", "ORDER")
		}, "PDF-29:order PDF-30"},
		{"namespace in small letters", func(p *pack) {
			p.properties, p.schema = described(strings.ToLower(factur), "fx"), declared(strings.ToLower(factur))
		}, "PDF-29:case"},
		{"another prefix", func(p *pack) { p.properties = described(factur, "f") }, "PDF-29:prefix"},
		{"no DocumentType", property("DocumentType", "INVOICE", ""), "PDF-30:missing"},
		{"another DocumentType", property("DocumentType", "INVOICE", `fx:DocumentType="CREDITNOTE"`), "PDF-30"},
		{"no DocumentFileName", property("DocumentFileName", "factur-x.xml", ""), "PDF-31:missing"},
		{"another DocumentFileName", property("DocumentFileName", "factur-x.xml", `fx:DocumentFileName="zugferd-invoice.xml"`), "PDF-31"},
		{"DocumentFileName in capitals", property("DocumentFileName", "factur-x.xml", `fx:DocumentFileName="Factur-X.xml"`), "PDF-31:case"},
		{"no Version", property("Version", "1.0", ""), "PDF-32:missing"},
		{"Version of Factur-X", property("Version", "1.0", `fx:Version="2.3"`), "PDF-32"},
		{"no ConformanceLevel", property("ConformanceLevel", "EN 16931", ""), "PDF-33:missing"},
		{"unknown ConformanceLevel", property("ConformanceLevel", "EN 16931", `fx:ConformanceLevel="PRO"`), "PDF-33"},
		{"COMFORT in Factur-X", property("ConformanceLevel", "EN 16931", `fx:ConformanceLevel="COMFORT"`), "PDF-33"},
		{"misspelt ConformanceLevel", property("ConformanceLevel", "EN 16931", `fx:ConformanceLevel="en16931"`), "PDF-33:spelling"},
		{"another ConformanceLevel", property("ConformanceLevel", "EN 16931", `fx:ConformanceLevel="BASIC"`), "PDF-34"},
		{"BT-24 of no profile", func(p *pack) {
			p.specification, p.profile = "urn:cen.eu:en16931:2017#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr", "en16931"
		}, "PDF-34:unknown"},
		{"BT-24 unknown", func(p *pack) { p.specification, p.profile = "", "" }, ""},
		{"XRechnung", func(p *pack) {
			xrechnung(p)
			change(&p.properties, "EN 16931", "XRECHNUNG")
			change(&p.properties, `"1.0"`, `"3.0"`)
			for _, s := range []*string{&p.properties, &p.names, &p.file} {
				change(s, "factur-x.xml", "xrechnung.xml")
			}
		}, ""},
		{"XRechnung as EN 16931", xrechnung, ""},
		{"no schema", func(p *pack) { p.schema = "" }, "PDF-35"},
		{"schema of another namespace", func(p *pack) { p.schema = declared("urn:other") }, "PDF-35"},
		{"schema without a property", func(p *pack) { change(&p.schema, "DocumentFileName", "FileName") }, "PDF-35:property"},
	}
}

func xrechnung(p *pack) {
	p.specification, p.profile = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0", "en16931"
}

func attachmentFlaws() []flaw {
	named := func(name string) func(*pack) {
		return func(p *pack) {
			for _, s := range []*string{&p.properties, &p.names, &p.file} {
				change(s, "factur-x.xml", name)
			}
		}
	}
	related := func(relationship string) func(*pack) {
		return func(p *pack) { change(&p.file, "Alternative", relationship) }
	}
	level := func(p *pack, level, profile string) {
		change(&p.properties, "EN 16931", level)
		p.profile, p.specification = "facturx-"+profile, "urn:factur-x.eu:1p0:"+profile
	}
	return []flaw{
		{"another name", named("invoice.xml"), "PDF-36"},
		{"a path as name", named("C:/out/factur-x.xml"), "PDF-36:path"},
		{"a name in capitals", named("Factur-X.xml"), "PDF-36:case"},
		{"the name of another format", named("ZUGFeRD-invoice.xml"), "PDF-36:other"},
		{"no UF", func(p *pack) { change(&p.file, "/UF(factur-x.xml)", "") }, "PDF-37"},
		{"no F", func(p *pack) { change(&p.file, "/F(factur-x.xml)", "") }, "PDF-37"},
		{"F and UF differ", func(p *pack) { change(&p.file, "/F(factur-x.xml)", "/F(x.xml)") }, "PDF-38"},
		{"no relationship", func(p *pack) { change(&p.file, "/AFRelationship/Alternative", "") }, "PDF-39"},
		{"Supplement", related("Supplement"), "PDF-40"},
		{"Data", related("Data"), "PDF-40:data"},
		{"Source", related("Source"), "PDF-40:source"},
		{"Data of a small profile", func(p *pack) { level(p, "MINIMUM", "minimum"); related("Data")(p) }, ""},
		{"Alternative of a small profile", func(p *pack) { level(p, "BASIC WL", "basicwl") }, "PDF-40:small"},
		{"Source of XRechnung", func(p *pack) {
			xrechnung(p)
			related("Source")(p)
			change(&p.properties, "EN 16931", "XRECHNUNG")
			for _, s := range []*string{&p.properties, &p.names, &p.file} {
				change(s, "factur-x.xml", "xrechnung.xml")
			}
		}, ""},
		{"no AF", func(p *pack) { p.af = "" }, "PDF-41"},
		{"AF of a page", func(p *pack) {
			p.af = ""
			p.objects = func(b *builder) { b.object(3, "<</Type/Page/Parent 2 0 R/AF[11 0 R]>>") }
		}, "PDF-41:part"},
		{"AF of a comment", func(p *pack) {
			p.af = ""
			p.objects = func(b *builder) { b.object(3, "<</Type/Page/Parent 2 0 R/Annots[<</Subtype/Text/AF[11 0 R]>>]>>") }
		}, "PDF-41:part"},
		{"AF that is no list", func(p *pack) { p.af = "/AF 11 0 R" }, "PDF-41:single"},
		{"AF elsewhere", func(p *pack) { p.af = "/AF 20 0 R"; p.objects = func(b *builder) { b.object(20, "[11 0 R]") } }, ""},
		{"another file of a page", func(p *pack) {
			p.names += "(terms.pdf)20 0 R"
			p.objects = func(b *builder) {
				b.object(3, "<</Type/Page/Parent 2 0 R/AF[20 0 R]>>")
				b.object(20, "<</Type/Filespec/F(terms.pdf)/UF(terms.pdf)/AFRelationship/Supplement/EF<</F 21 0 R>>>>")
				b.stream(21, "/Subtype/application#2Fpdf", []byte("%PDF"))
			}
		}, ""},
		{"not in the list of attachments", func(p *pack) { p.names = "" }, "PDF-42"},
		{"in a comment", func(p *pack) {
			p.names, p.af = "", ""
			p.objects = func(b *builder) {
				b.object(3, "<</Type/Page/Parent 2 0 R/Annots[<</Subtype/FileAttachment/FS 11 0 R>>]>>")
			}
		}, "PDF-41 PDF-42:comment"},
		{"another key", func(p *pack) { p.names = "(invoice)11 0 R" }, "PDF-43"},
	}
}

func contentFlaws() []flaw {
	// also adds an attachment with its own content.
	also := func(name string, content []byte) func(*pack) {
		return func(p *pack) {
			p.names += "(" + name + ")20 0 R"
			change(&p.af, "]", " 20 0 R]")
			p.objects = func(b *builder) {
				b.object(20, fmt.Sprintf("<</Type/Filespec/F(%[1]s)/UF(%[1]s)/AFRelationship/Supplement/EF<</F 21 0 R/UF 21 0 R>>>>", name))
				b.stream(21, "/Subtype/text#2Fxml", content)
			}
		}
	}
	sum := md5.Sum(cii())
	params := func(entries string) func(*pack) {
		return func(p *pack) { p.embedded += "/Params<<" + entries + ">>" }
	}
	return []flaw{
		{"EF with F alone", func(p *pack) { change(&p.file, "/UF 10 0 R", "") }, "PDF-44"},
		{"EF with UF alone", func(p *pack) { change(&p.file, "/F 10 0 R", "") }, "PDF-44:older"},
		{"two contents", func(p *pack) {
			change(&p.file, "/F 10 0 R", "/F 20 0 R")
			p.objects = func(b *builder) { b.stream(20, "/Subtype/text#2Fxml", []byte("<x/>")) }
		}, "PDF-45"},
		{"two streams of one content", func(p *pack) {
			change(&p.file, "/F 10 0 R", "/F 20 0 R")
			p.objects = func(b *builder) { b.stream(20, "/Subtype/text#2Fxml", cii()) }
		}, ""},
		{"no type", func(p *pack) { p.embedded = "" }, "PDF-46"},
		{"no type of the second stream", func(p *pack) {
			change(&p.file, "/F 10 0 R", "/F 20 0 R")
			p.objects = func(b *builder) { b.stream(20, "", cii()) }
		}, "PDF-46"},
		{"malformed type", func(p *pack) { change(&p.embedded, "text#2Fxml", "xml") }, "PDF-46:malformed"},
		{"type with parameters", func(p *pack) { change(&p.embedded, "text#2Fxml", "text#2Fxml#3Bcharset") }, "PDF-46:malformed"},
		{"another type", func(p *pack) { change(&p.embedded, "text#2Fxml", "application#2Fxml") }, "PDF-47"},
		{"wrong checksum", params("/CheckSum(0123456789abcdef)"), "PDF-48"},
		{"checksum in digits", params("/CheckSum(" + hex.EncodeToString(sum[:]) + ")"), "PDF-48:digits"},
		{"right parameters", params(fmt.Sprintf("/CheckSum<%x>/Size %d/ModDate(D:20260131)", sum, len(cii()))), ""},
		{"wrong size", params("/Size 5"), "PDF-48:size"},
		{"no date", params("/ModDate(31.01.2026)/CreationDate(D:20260131120000Z)"), "PDF-48:date"},
		{"two files of one name", func(p *pack) {
			also("a.xml", []byte("<a/>"))(p)
			p.names += "(b)22 0 R"
			change(&p.af, "]", " 22 0 R]")
			first := p.objects
			p.objects = func(b *builder) {
				first(b)
				b.object(22, "<</F(a.xml)/UF(a.xml)/AFRelationship/Supplement/EF<</F 10 0 R>>>>")
			}
		}, "PDF-49"},
		{"another file of the invoice's name", also("factur-x.xml", []byte("<a/>")), "PDF-49:invoice"},
		{"the invoice twice", also("factur-x.xml", cii()), "PDF-49:content PDF-50"},
		{"two entries for the invoice", func(p *pack) {
			p.af = "/AF[20 0 R]"
			p.objects = func(b *builder) { b.object(20, "<<"+p.file+">>") }
		}, "PDF-41 PDF-49:content"},
		{"two invoices, none named", func(p *pack) { also("invoice.xml", cii())(p); p.metadata = "" }, "PDF-20 PDF-50"},
		{"two invoices, one named", also("invoice.xml", cii()), "PDF-50:named"},
		{"another file with a path", also("../x.xml", []byte("<a/>")), "PDF-51"},
		{"another file with a reserved name", also("con.xml", []byte("<a/>")), "PDF-51"},
		{"UBL", func(p *pack) { p.content = ubl() }, "PDF-52"},
	}
}
