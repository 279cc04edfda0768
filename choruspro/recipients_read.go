package choruspro

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/fxinvoice/fx/report"
)

// maxRecipients bounds a file of recipients, in bytes: all public bodies of France would fit in it.
const maxRecipients = 64 << 20

// RecipientsError says why a file of recipients is refused, and where.
type RecipientsError struct {
	Line    int         // from 1; 0 if the file as a whole is meant
	Key     string      // the key that is wrong, "" if none is: "services.active"
	Message report.Text // what is wrong: a sentence without capital and full stop, which needs no arguments
}

// Error returns the place and the message in English.
func (e *RecipientsError) Error() string { return e.In(report.EN) }

// In returns the place and the message in a language.
func (e *RecipientsError) In(lang report.Lang) string {
	line, colon := "line", ": "
	if lang == report.FR {
		line, colon = "ligne", " : "
	}
	s := e.Message.In(lang)
	if e.Key != "" {
		s = e.Key + colon + s
	}
	if e.Line > 0 {
		s = fmt.Sprintf("%s %d%s%s", line, e.Line, colon, s)
	}
	return s
}

// ReadRecipients reads a file of recipients: TOML, each recipient a table [[recipient]] with siret, name, service_required, engagement_required,
// service_or_engagement and services, an array of tables with code, name, active (true unless said otherwise) and engagement_required. What is
// wrong with the file is a *RecipientsError, and nothing of it is used then; another error comes from r.
func ReadRecipients(r io.Reader) (*Recipients, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxRecipients+1))
	if err != nil {
		return nil, fmt.Errorf("choruspro: recipients: %w", err)
	}
	if len(data) > maxRecipients {
		return nil, &RecipientsError{Message: tooLarge}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return nil, &RecipientsError{Line: lineOf(data, firstInvalid(data)), Message: notUTF8}
	}
	in := recipientsReader{data: data, lines: 1, siretLines: map[string]int{}, all: map[string]Recipient{}}
	if err := in.read(); err != nil {
		return nil, err
	}
	return &Recipients{user: in.all}, nil
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or is 0.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 || r == 0 {
			return i
		}
		i += size
	}
	return len(data)
}

func lineOf(data []byte, offset int) int { return 1 + bytes.Count(data[:offset], []byte("\n")) }

// recipientsReader goes through the expressions of a file.
type recipientsReader struct {
	data       []byte
	offset     int // up to which lines have been counted
	lines      int
	recipient  *Recipient // the one that is being read
	service    *Service   // the one of its services, where those are tables
	line       int        // the line that the recipient begins on
	serviceAt  int        // the line that the service begins on
	keys       map[string]bool
	siretLines map[string]int // of each SIRET, the line that it stands on
	codeLines  map[string]int // of each service of the recipient, likewise
	all        map[string]Recipient
}

func (in *recipientsReader) read() error {
	var p unstable.Parser
	p.Reset(in.data)
	for p.NextExpression() {
		if err := in.expression(p.Expression()); err != nil {
			return err
		}
	}
	if err := p.Error(); err != nil {
		var at *unstable.ParserError
		offset := len(in.data)
		if errors.As(err, &at) && len(at.Highlight) > 0 {
			offset = int(p.Range(at.Highlight).Offset)
		}
		line := lineOf(in.data, offset)
		if len(bytes.TrimSpace(in.data[offset:])) == 0 {
			return &RecipientsError{Line: line, Message: endsEarly}
		}
		return &RecipientsError{Line: line, Message: notTOML.With(report.A("text", in.lineText(line)))}
	}
	return in.close()
}

// lineText returns a line of the file.
func (in *recipientsReader) lineText(line int) string {
	rest := in.data
	for ; line > 1; line-- {
		_, rest, _ = bytes.Cut(rest, []byte("\n"))
	}
	text, _, _ := bytes.Cut(rest, []byte("\n"))
	return strings.TrimSpace(string(text))
}

// expression reads a header or a key with its value.
func (in *recipientsReader) expression(n *unstable.Node) error {
	name, offset := keyOf(n)
	line := in.lineAt(offset)
	switch n.Kind {
	case unstable.ArrayTable:
		switch {
		case name == "recipient":
			if err := in.close(); err != nil {
				return err
			}
			in.recipient, in.service, in.line, in.keys, in.codeLines = &Recipient{}, nil, line, map[string]bool{}, map[string]int{}
			return nil
		case name == "recipient.services" && in.recipient != nil:
			if in.keys["services"] {
				return &RecipientsError{Line: line, Key: "services", Message: keyTwice}
			}
			if err := in.closeService(); err != nil {
				return err
			}
			in.service, in.serviceAt, in.keys = &Service{Active: true}, line, map[string]bool{}
			return nil
		}
		return &RecipientsError{Line: line, Key: name, Message: unknownTable}
	case unstable.Table:
		return &RecipientsError{Line: line, Key: name, Message: unknownTable}
	case unstable.KeyValue:
		if in.recipient == nil {
			return &RecipientsError{Line: line, Key: name, Message: outside}
		}
		if in.keys[name] {
			return &RecipientsError{Line: line, Key: name, Message: keyTwice}
		}
		in.keys[name] = true
		if in.service != nil {
			return in.serviceKey(in.service, name, line, n.Value())
		}
		return in.recipientKey(name, line, n.Value())
	}
	return nil
}

// keyOf returns the name of an expression, its parts joined by dots, and where it stands.
func keyOf(n *unstable.Node) (name string, offset int) {
	var parts []string
	for it := n.Key(); it.Next(); {
		if len(parts) == 0 {
			offset = int(it.Node().Raw.Offset)
		}
		parts = append(parts, string(it.Node().Data))
	}
	return strings.Join(parts, "."), offset
}

// lineAt returns the line of an offset; offsets grow mostly, so that lines are counted once.
func (in *recipientsReader) lineAt(offset int) int {
	if offset < in.offset {
		in.offset, in.lines = 0, 1
	}
	in.lines += bytes.Count(in.data[in.offset:offset], []byte("\n"))
	in.offset = offset
	return in.lines
}

// recipientKey reads a key of a recipient.
func (in *recipientsReader) recipientKey(name string, line int, v *unstable.Node) (err error) {
	r := in.recipient
	switch name {
	case "siret":
		if r.SIRET, err = text(name, line, v); err != nil {
			if v.Kind == unstable.Integer {
				return &RecipientsError{Line: line, Key: name, Message: unquoted}
			}
			return err
		}
		if !isSIRET(r.SIRET) {
			return &RecipientsError{Line: line, Key: name, Message: noSIRET.With(report.A("siret", r.SIRET))}
		}
		if first, twice := in.siretLines[r.SIRET]; twice {
			return &RecipientsError{Line: line, Key: name, Message: siretTwice.With(report.A("siret", r.SIRET), report.A("line", fmt.Sprint(first)))}
		}
		in.siretLines[r.SIRET] = line
	case "name":
		r.Name, err = text(name, line, v)
	case "service_required":
		r.ServiceRequired, err = truth(name, line, v)
	case "engagement_required":
		r.EngagementRequired, err = truth(name, line, v)
	case "service_or_engagement":
		r.ServiceOrEngagement, err = truth(name, line, v)
	case "services":
		return in.services(line, v)
	default:
		return &RecipientsError{Line: line, Key: name, Message: unknownKey.With(report.A("keys", recipientKeys))}
	}
	return err
}

// services reads an array of services.
func (in *recipientsReader) services(line int, v *unstable.Node) error {
	if v.Kind != unstable.Array {
		return &RecipientsError{Line: line, Key: "services", Message: wantServices}
	}
	for it := v.Children(); it.Next(); {
		table := it.Node()
		if table.Kind != unstable.InlineTable {
			return &RecipientsError{Line: line, Key: "services", Message: wantServices}
		}
		s, at := Service{Active: true}, line
		keys := map[string]bool{}
		for pairs := table.Children(); pairs.Next(); {
			pair := pairs.Node()
			name, offset := keyOf(pair)
			at = in.lineAt(offset)
			if keys[name] {
				return &RecipientsError{Line: at, Key: "services." + name, Message: keyTwice}
			}
			keys[name] = true
			if err := in.serviceKey(&s, name, at, pair.Value()); err != nil {
				return err
			}
		}
		if err := in.add(s, at); err != nil {
			return err
		}
	}
	return nil
}

// serviceKey reads a key of a service.
func (in *recipientsReader) serviceKey(s *Service, name string, line int, v *unstable.Node) (err error) {
	key := "services." + name
	switch name {
	case "code":
		if s.Code, err = text(key, line, v); err != nil {
			return err
		}
		if first, twice := in.codeLines[s.Code]; twice {
			return &RecipientsError{Line: line, Key: key, Message: codeTwice.With(report.A("code", s.Code), report.A("line", fmt.Sprint(first)))}
		}
		in.codeLines[s.Code] = line
	case "name":
		s.Name, err = text(key, line, v)
	case "active":
		s.Active, err = truth(key, line, v)
	case "engagement_required":
		s.EngagementRequired, err = truth(key, line, v)
	default:
		return &RecipientsError{Line: line, Key: key, Message: unknownKey.With(report.A("keys", serviceKeys))}
	}
	return err
}

// add gives the recipient a service.
func (in *recipientsReader) add(s Service, line int) error {
	if trim(s.Code) == "" {
		return &RecipientsError{Line: line, Key: "services.code", Message: noCode}
	}
	in.recipient.Services = append(in.recipient.Services, s)
	return nil
}

// closeService ends the service that is a table.
func (in *recipientsReader) closeService() error {
	if in.service == nil {
		return nil
	}
	s := *in.service
	in.service = nil
	return in.add(s, in.serviceAt)
}

// close ends the recipient that has been read.
func (in *recipientsReader) close() error {
	if err := in.closeService(); err != nil || in.recipient == nil {
		return err
	}
	if in.recipient.SIRET == "" {
		return &RecipientsError{Line: in.line, Key: "siret", Message: siretMissing}
	}
	in.all[in.recipient.SIRET] = *in.recipient
	return nil
}

// text reads a value that is a text.
func text(key string, line int, v *unstable.Node) (string, error) {
	if v.Kind != unstable.String {
		return "", &RecipientsError{Line: line, Key: key, Message: wantText}
	}
	return string(v.Data), nil
}

// truth reads a value that is true or false.
func truth(key string, line int, v *unstable.Node) (bool, error) {
	if v.Kind != unstable.Bool {
		return false, &RecipientsError{Line: line, Key: key, Message: wantTruth}
	}
	return string(v.Data) == "true", nil
}

// The keys of a file of recipients.
const (
	recipientKeys = "siret, name, service_required, engagement_required, service_or_engagement, services"
	serviceKeys   = "code, name, active, engagement_required"
)

var (
	tooLarge     = report.Text{EN: "the file is larger than 64 MB", FR: "le fichier dépasse 64 Mo"}
	notUTF8      = report.Text{EN: "the file is no text in UTF-8: save it in that encoding", FR: "le fichier n'est pas un texte en UTF-8 : enregistrez-le dans cet encodage"}
	notTOML      = report.Text{EN: "“{text}” cannot be read as TOML", FR: "« {text} » n'est pas lisible comme TOML"}
	endsEarly    = report.Text{EN: "the file ends before a text, a list or a table does", FR: "le fichier s'arrête avant la fin d'un texte, d'une liste ou d'une table"}
	unknownTable = report.Text{EN: "there is no such table: each recipient is a [[recipient]]", FR: "il n'y a pas de telle table : chaque destinataire est un [[recipient]]"}
	outside      = report.Text{EN: "the key stands before the first [[recipient]]", FR: "la clé se trouve avant le premier [[recipient]]"}
	unknownKey   = report.Text{EN: "there is no such key; the keys are {keys}", FR: "il n'y a pas de telle clé ; les clés sont {keys}"}
	keyTwice     = report.Text{EN: "the key stands twice", FR: "la clé figure deux fois"}
	wantText     = report.Text{EN: "the value has to be a text between double quotes", FR: "la valeur doit être un texte entre guillemets doubles"}
	wantTruth    = report.Text{EN: "the value has to be true or false", FR: "la valeur doit être true ou false"}
	wantServices = report.Text{EN: "the value has to be a list of tables, as in [ {{ code = \"TRAVAUX\" } ]",
		FR: "la valeur doit être une liste de tables, comme [ {{ code = \"TRAVAUX\" } ]"}
	unquoted     = report.Text{EN: "a SIRET is a text: put it between double quotes", FR: "un SIRET est un texte : mettez-le entre guillemets doubles"}
	noSIRET      = report.Text{EN: "“{siret}” is no SIRET, which has 14 digits", FR: "« {siret} » n'est pas un SIRET, qui compte 14 chiffres"}
	siretMissing = report.Text{EN: "the recipient has no SIRET", FR: "le destinataire n'a pas de SIRET"}
	siretTwice   = report.Text{EN: "the SIRET {siret} stands on line {line} already", FR: "le SIRET {siret} figure déjà à la ligne {line}"}
	noCode       = report.Text{EN: "the service has no code", FR: "le service n'a pas de code"}
	codeTwice    = report.Text{EN: "the service {code} stands on line {line} already", FR: "le service {code} figure déjà à la ligne {line}"}
)
