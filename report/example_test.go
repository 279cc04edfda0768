package report_test

import (
	"fmt"
	"os"

	"github.com/fxinvoice/fx/report"
)

func example() *report.Report {
	found := report.NewCollector(report.DefaultMax)
	found.Add(report.Finding{
		Rule: "BR-CO-15", Layer: report.Rules, Severity: report.Error, Terms: []string{"BT-112"}, Line: 120, Column: 9,
		Found: "1200.00", Expected: "1190.00",
		Message: report.Text{
			EN: "BT-112 is {found}, but BT-109 + BT-110 = {sum}.",
			FR: "BT-112 vaut {found}, mais BT-109 + BT-110 = {sum}.",
		},
		Fix:  report.Text{EN: "Write {sum}.", FR: "Indiquez {sum}."},
		Args: []report.Arg{report.A("found", report.Number("1200.00")), report.A("sum", report.Number("1190.00"))},
	})
	rep := &report.Report{
		File: "facture.xml", Syntax: "cii", Profile: "en16931",
		Layers: []report.Layer{
			{ID: report.Read, State: report.Ran},
			{ID: report.XSD, State: report.Skipped, Reason: report.Text{EN: "not built yet", FR: "pas encore réalisé"}},
			{ID: report.Rules, State: report.Ran, Artefact: "en16931-cii", Version: "1.3.16"},
		},
	}
	found.Into(rep)
	return rep
}

func ExampleWriteText() {
	rep := example()
	if err := report.WriteText(os.Stdout, rep, report.TextOptions{Lang: report.EN}); err != nil {
		fmt.Println(err)
	}
	fmt.Println("exit code", report.ExitCode(rep))
	// Output:
	// facture.xml: INVALID · CII · en16931 · 1 error
	//   120:9  error  BR-CO-15  BT-112 is 1,200.00, but BT-109 + BT-110 = 1,190.00.
	//          → Write 1,190.00.
	//   not checked: XML schema (not built yet)
	// exit code 1
}

func ExampleWriteJSON() {
	if err := report.WriteJSON(os.Stdout, example(), true); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "schema": "fx-report/1",
	//   "fx": "(devel)",
	//   "file": "facture.xml",
	//   "syntax": "cii",
	//   "profile": "en16931",
	//   "verdict": "invalid",
	//   "layers": [
	//     {
	//       "id": "read",
	//       "state": "ran"
	//     },
	//     {
	//       "id": "xsd",
	//       "state": "skipped",
	//       "reason": {
	//         "en": "not built yet",
	//         "fr": "pas encore réalisé"
	//       }
	//     },
	//     {
	//       "id": "rules",
	//       "state": "ran",
	//       "artefact": "en16931-cii",
	//       "version": "1.3.16"
	//     }
	//   ],
	//   "findings": [
	//     {
	//       "rule": "BR-CO-15",
	//       "layer": "rules",
	//       "severity": "error",
	//       "terms": [
	//         "BT-112"
	//       ],
	//       "line": 120,
	//       "column": 9,
	//       "found": "1200.00",
	//       "expected": "1190.00",
	//       "count": 1,
	//       "message": {
	//         "en": "BT-112 is 1,200.00, but BT-109 + BT-110 = 1,190.00.",
	//         "fr": "BT-112 vaut 1 200,00, mais BT-109 + BT-110 = 1 190,00."
	//       },
	//       "fix": {
	//         "en": "Write 1,190.00.",
	//         "fr": "Indiquez 1 190,00."
	//       }
	//     }
	//   ]
	// }
}
