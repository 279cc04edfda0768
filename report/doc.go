// Package report holds what every check says: findings, the layers that ran
// or did not, the verdict, and their two faces, text for people and JSON for
// programs, in English and French.
//
// A check collects findings in a [Collector], which caps what one rule may
// say, and moves them into a [Report]. [Report.Verdict] follows from the layers
// and the findings; nobody sets it. [WriteText] prints a report for people,
// [WriteJSON] for programs; the JSON is a contract, described by
// docs/fx-report-1.schema.json.
//
// Texts are templates in two languages ([Text]) and stay so, with their
// arguments, until a report is printed: no check formats a message.
//
// Reports and findings are plain data. Functions are safe for concurrent use;
// a Report or a Collector belongs to one goroutine at a time.
package report
