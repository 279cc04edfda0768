package en16931

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fxinvoice/fx/report"
)

// decimalRow is a rule that limits the decimals of an amount to two.
type decimalRow struct {
	id   string
	term Term
}

var decimalRules = []decimalRow{
	{"BR-DEC-01", BT92},
	{"BR-DEC-02", BT93},
	{"BR-DEC-05", BT99},
	{"BR-DEC-06", BT100},
	{"BR-DEC-09", BT106},
	{"BR-DEC-10", BT107},
	{"BR-DEC-11", BT108},
	{"BR-DEC-12", BT109},
	{"BR-DEC-13", BT110},
	{"BR-DEC-14", BT112},
	{"BR-DEC-15", BT111},
	{"BR-DEC-16", BT113},
	{"BR-DEC-17", BT114},
	{"BR-DEC-18", BT115},
	{"BR-DEC-19", BT116},
	{"BR-DEC-20", BT117},
	{"BR-DEC-23", BT131},
	{"BR-DEC-24", BT136},
	{"BR-DEC-25", BT137},
	{"BR-DEC-27", BT141},
	{"BR-DEC-28", BT142},
}

func (r decimalRow) rule() Rule {
	en, fr := r.term.inEnglish(), r.term.inFrench()
	rule := Rule{
		ID:    r.id,
		Terms: []Term{r.term},
		Asks: report.Text{
			EN: "The " + en + " has two decimals at most.",
			FR: upperFirst(fr) + " compte deux décimales au plus.",
		},
		Why:   r.why(),
		Cites: clauseRules,
		Cases: []Case{{
			Text: report.Text{
				EN: "The " + en + " is {found}: more than {decimals} decimals.",
				FR: upperFirst(fr) + " vaut {found}, soit plus de {decimals} décimales.",
			},
			Fix: report.Text{
				EN: "Round the amount to {decimals} decimals, then check that the totals still add up.",
				FR: "Arrondissez le montant à {decimals} décimales, puis vérifiez que les totaux concordent toujours.",
			},
		}},
	}
	if r.term == BT111 {
		rule.Cases = append(rule.Cases, Case{
			Name: "missing",
			Text: report.Text{
				EN: "No VAT total in the VAT accounting currency (BT-6) is there: the " + en + " is missing.",
				FR: "Il n'y a pas de total de la TVA dans la devise de comptabilisation de la TVA (BT-6) : " + fr + " manque.",
			},
			Fix: report.Text{
				EN: "State the VAT total in that currency too, or drop the VAT accounting currency.",
				FR: "Indiquez le total de la TVA aussi dans cette devise, ou retirez la devise de comptabilisation de la TVA.",
			},
		})
	}
	return rule
}

// why says what the official tests count. That for BT-110 and BT-111 compares the currency, in UBL, with an element that stands elsewhere.
func (r decimalRow) why() report.Text {
	if r.term == BT110 || r.term == BT111 {
		return report.Text{
			EN: "By a slip, the official test for UBL never fires. That for CII looks at the value only: 12.500 passes.",
			FR: "Par une erreur du test officiel, cette règle ne se déclenche jamais en UBL. En CII, seule compte la valeur : 12.500 est accepté.",
		}
	}
	return report.Text{
		EN: "Zeros at the end count too: 12.500 has three decimals. Unit prices may have as many as they need.",
		FR: "Les zéros finaux comptent aussi : 12.500 a trois décimales. Les prix unitaires peuvent en avoir autant qu'il le faut.",
	}
}

// inEnglish names an amount within a sentence, after "the": "invoice total VAT amount (BT-110)".
func (t Term) inEnglish() string {
	all := strings.Fields(t.Name("en"))
	for i, word := range all {
		if word != strings.ToUpper(word) { // VAT stays
			all[i] = strings.ToLower(word)
		}
	}
	return strings.Join(all, " ") + " (" + t.String() + ")"
}

// inFrench names an amount within a sentence, with its article: « la somme des remises au niveau du document (BT-107) ».
func (t Term) inFrench() string {
	name := t.Name("fr")
	first, _, _ := strings.Cut(name, " ")
	article := "le "
	switch first {
	case "Assiette":
		article = "l'"
	case "Base", "Somme":
		article = "la "
	}
	return article + strings.ToLower(first) + name[len(first):] + " (" + t.String() + ")"
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
