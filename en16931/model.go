package en16931

import "github.com/fxinvoice/fx/report"

// Invoice is one invoice or credit note. (BG-0, the root)
type Invoice struct {
	Number                 string                // BT-1
	IssueDate              Date                  // BT-2
	TypeCode               Code                  // BT-3, UNTDID 1001: 380 invoice, 381 credit note
	Currency               Code                  // BT-5, ISO 4217
	VATAccountingCurrency  Code                  // BT-6, ISO 4217; then Totals.VATInAccountingCurrency is required
	TaxPointDate           Date                  // BT-7, excludes TaxPointDateCode
	TaxPointDateCode       Code                  // BT-8, UNTDID 2005: 3, 35 or 432, in both syntaxes (CII writes 5, 29 or 72)
	DueDate                Date                  // BT-9
	BuyerReference         string                // BT-10; at Chorus Pro the service code
	ProjectReference       string                // BT-11
	ContractReference      string                // BT-12
	PurchaseOrderReference string                // BT-13; at Chorus Pro the commitment number
	SalesOrderReference    string                // BT-14
	ReceivingAdvice        string                // BT-15
	DespatchAdvice         string                // BT-16
	TenderReference        string                // BT-17
	InvoicedObject         Identifier            // BT-18, scheme BT-18-1 (UNTDID 1153)
	BuyerAccounting        string                // BT-19
	PaymentTerms           string                // BT-20
	Notes                  []*Note               // BG-1
	Process                Process               // BG-2
	PrecedingInvoices      []*PrecedingInvoice   // BG-3
	Seller                 Seller                // BG-4
	Buyer                  Buyer                 // BG-7
	Payee                  *Payee                // BG-10
	TaxRepresentative      *TaxRepresentative    // BG-11
	Delivery               *Delivery             // BG-13
	Payment                *PaymentInstructions  // BG-16
	Allowances             []*Allowance          // BG-20
	Charges                []*Charge             // BG-21
	Totals                 Totals                // BG-22
	VATBreakdown           []*VATBreakdown       // BG-23
	SupportingDocuments    []*SupportingDocument // BG-24
	Lines                  []*Line               // BG-25

	// Source is where the invoice was read from; nil for an invoice built in Go.
	Source Source
	// Unread lists the values that could not be read as what they should be (a date, a number, base64): their text is kept in the field.
	Unread []report.Finding
}

// Note is a text for the whole invoice. (BG-1)
type Note struct {
	SubjectCode Code   // BT-21, UNTDID 4451
	Text        string // BT-22
}

// Process says which business process and which specification the invoice follows. (BG-2)
type Process struct {
	BusinessProcess string // BT-23; in France the "cadre de facturation"
	Specification   string // BT-24, for example urn:cen.eu:en16931:2017
}

// PrecedingInvoice refers to an invoice that this one corrects or follows. (BG-3)
type PrecedingInvoice struct {
	Number    string // BT-25
	IssueDate Date   // BT-26
}

// Seller is who supplies and invoices. (BG-4)
type Seller struct {
	Name              string         // BT-27
	TradingName       string         // BT-28
	Identifiers       []Identifier   // BT-29, scheme BT-29-1 (ISO 6523)
	LegalRegistration Identifier     // BT-30, scheme BT-30-1; in France SIREN 0002 or SIRET 0009
	VATIdentifier     string         // BT-31
	TaxRegistration   string         // BT-32, a tax number that is not a VAT identifier
	LegalInformation  string         // BT-33, legal form, share capital and the like
	ElectronicAddress Identifier     // BT-34, scheme BT-34-1 (EAS)
	Address           SellerAddress  // BG-5
	Contact           *SellerContact // BG-6
}

// SellerAddress is the seller's postal address. (BG-5)
type SellerAddress struct {
	Line1       string // BT-35
	Line2       string // BT-36
	Line3       string // BT-162
	City        string // BT-37
	PostCode    string // BT-38
	Subdivision string // BT-39
	Country     Code   // BT-40, ISO 3166-1 alpha-2
}

// SellerContact is whom to ask at the seller's. (BG-6)
type SellerContact struct {
	Name      string // BT-41
	Telephone string // BT-42
	Email     string // BT-43
}

// Buyer is who is invoiced. (BG-7)
type Buyer struct {
	Name              string        // BT-44
	TradingName       string        // BT-45
	Identifier        Identifier    // BT-46, scheme BT-46-1 (ISO 6523)
	LegalRegistration Identifier    // BT-47, scheme BT-47-1
	VATIdentifier     string        // BT-48
	ElectronicAddress Identifier    // BT-49, scheme BT-49-1 (EAS)
	Address           BuyerAddress  // BG-8
	Contact           *BuyerContact // BG-9
}

// BuyerAddress is the buyer's postal address. (BG-8)
type BuyerAddress struct {
	Line1       string // BT-50
	Line2       string // BT-51
	Line3       string // BT-163
	City        string // BT-52
	PostCode    string // BT-53
	Subdivision string // BT-54
	Country     Code   // BT-55, ISO 3166-1 alpha-2
}

// BuyerContact is whom to ask at the buyer's. (BG-9)
type BuyerContact struct {
	Name      string // BT-56
	Telephone string // BT-57
	Email     string // BT-58
}

// Payee is who receives the payment, where it is not the seller. (BG-10)
type Payee struct {
	Name              string     // BT-59
	Identifier        Identifier // BT-60, scheme BT-60-1 (ISO 6523)
	LegalRegistration Identifier // BT-61, scheme BT-61-1
}

// TaxRepresentative stands for the seller before the tax authority. (BG-11)
type TaxRepresentative struct {
	Name          string                   // BT-62
	VATIdentifier string                   // BT-63
	Address       TaxRepresentativeAddress // BG-12
}

// TaxRepresentativeAddress is the tax representative's postal address. (BG-12)
type TaxRepresentativeAddress struct {
	Line1       string // BT-64
	Line2       string // BT-65
	Line3       string // BT-164
	City        string // BT-66
	PostCode    string // BT-67
	Subdivision string // BT-68
	Country     Code   // BT-69, ISO 3166-1 alpha-2
}

// Delivery says where and when goods or services were delivered. (BG-13)
type Delivery struct {
	Name     string           // BT-70, the party delivered to
	Location Identifier       // BT-71, scheme BT-71-1 (ISO 6523)
	Date     Date             // BT-72, the actual delivery
	Period   *Period          // BG-14
	Address  *DeliveryAddress // BG-15
}

// Period is the period that the whole invoice is about. (BG-14)
type Period struct {
	Start Date // BT-73
	End   Date // BT-74, included
}

// DeliveryAddress is where goods or services were delivered. (BG-15)
type DeliveryAddress struct {
	Line1       string // BT-75
	Line2       string // BT-76
	Line3       string // BT-165
	City        string // BT-77
	PostCode    string // BT-78
	Subdivision string // BT-79
	Country     Code   // BT-80, ISO 3166-1 alpha-2
}

// PaymentInstructions say how to pay. (BG-16)
type PaymentInstructions struct {
	MeansCode       Code              // BT-81, UNTDID 4461: 30 and 58 credit transfer, 59 direct debit
	MeansText       string            // BT-82
	Remittance      string            // BT-83, the reference to repeat when paying
	CreditTransfers []*CreditTransfer // BG-17
	Card            *PaymentCard      // BG-18
	DirectDebit     *DirectDebit      // BG-19
}

// CreditTransfer is an account to pay to. (BG-17)
type CreditTransfer struct {
	Account         string // BT-84, an IBAN in the SEPA area
	AccountName     string // BT-85
	ServiceProvider string // BT-86, a BIC
}

// PaymentCard is the card that was paid with. (BG-18)
type PaymentCard struct {
	Number string // BT-87, four to six last digits only
	Holder string // BT-88
}

// DirectDebit says from which account and under which mandate the seller will draw the amount. (BG-19)
type DirectDebit struct {
	Mandate        string // BT-89
	Creditor       string // BT-90, assigned by the bank
	DebitedAccount string // BT-91
}

// Allowance is a deduction from the whole invoice. (BG-20)
type Allowance struct {
	Amount      Amount  // BT-92, without VAT
	Base        Amount  // BT-93
	Percentage  Decimal // BT-94, 20 means 20 %
	VATCategory Code    // BT-95, UNTDID 5305
	VATRate     Decimal // BT-96, 20 means 20 %
	Reason      string  // BT-97
	ReasonCode  Code    // BT-98, UNTDID 5189
}

// Charge is an addition to the whole invoice. (BG-21)
type Charge struct {
	Amount      Amount  // BT-99, without VAT
	Base        Amount  // BT-100
	Percentage  Decimal // BT-101, 20 means 20 %
	VATCategory Code    // BT-102, UNTDID 5305
	VATRate     Decimal // BT-103, 20 means 20 %
	Reason      string  // BT-104
	ReasonCode  Code    // BT-105, UNTDID 7161
}

// Totals are the sums of the invoice. (BG-22)
type Totals struct {
	Lines                   Amount // BT-106, sum of the line net amounts
	Allowances              Amount // BT-107
	Charges                 Amount // BT-108
	WithoutVAT              Amount // BT-109
	VAT                     Amount // BT-110
	VATInAccountingCurrency Amount // BT-111, in VATAccountingCurrency
	WithVAT                 Amount // BT-112
	Paid                    Amount // BT-113
	Rounding                Amount // BT-114
	Due                     Amount // BT-115
}

// VATBreakdown is the VAT of one category and rate. (BG-23)
type VATBreakdown struct {
	TaxableAmount       Amount  // BT-116
	TaxAmount           Amount  // BT-117
	Category            Code    // BT-118, UNTDID 5305
	Rate                Decimal // BT-119, 20 means 20 %
	ExemptionReason     string  // BT-120
	ExemptionReasonCode Code    // BT-121, VATEX
}

// SupportingDocument is a document that goes with the invoice, by reference, by address or embedded. (BG-24)
type SupportingDocument struct {
	Reference   string       // BT-122
	Description string       // BT-123
	Location    string       // BT-124, a URL
	Attachment  BinaryObject // BT-125, with BT-125-1 and BT-125-2
}

// Line is one invoice line. (BG-25)
type Line struct {
	ID              string           // BT-126
	Note            string           // BT-127
	Object          Identifier       // BT-128, scheme BT-128-1 (UNTDID 1153)
	Quantity        Decimal          // BT-129, in units of Unit
	Unit            Code             // BT-130, UN/ECE Recommendation 20 or 21
	NetAmount       Amount           // BT-131
	OrderLine       string           // BT-132
	BuyerAccounting string           // BT-133
	Period          *LinePeriod      // BG-26
	Allowances      []*LineAllowance // BG-27
	Charges         []*LineCharge    // BG-28
	Price           Price            // BG-29
	VAT             LineVAT          // BG-30
	Item            Item             // BG-31
}

// LinePeriod is the period that a line is about. (BG-26)
type LinePeriod struct {
	Start Date // BT-134
	End   Date // BT-135, included
}

// LineAllowance is a deduction from a line; its VAT is that of the line. (BG-27)
type LineAllowance struct {
	Amount     Amount  // BT-136
	Base       Amount  // BT-137
	Percentage Decimal // BT-138, 20 means 20 %
	Reason     string  // BT-139
	ReasonCode Code    // BT-140, UNTDID 5189
}

// LineCharge is an addition to a line; its VAT is that of the line. (BG-28)
type LineCharge struct {
	Amount     Amount  // BT-141
	Base       Amount  // BT-142
	Percentage Decimal // BT-143, 20 means 20 %
	Reason     string  // BT-144
	ReasonCode Code    // BT-145, UNTDID 7161
}

// Price is how the price of a line's item is made. (BG-29)
type Price struct {
	Net          Amount  // BT-146, without VAT, for BaseQuantity units; any number of decimals
	Discount     Amount  // BT-147, Gross minus Net
	Gross        Amount  // BT-148
	BaseQuantity Decimal // BT-149, 1 where absent
	BaseUnit     Code    // BT-150, UN/ECE Recommendation 20 or 21
}

// LineVAT is the VAT category of a line. (BG-30)
type LineVAT struct {
	Category Code    // BT-151, UNTDID 5305
	Rate     Decimal // BT-152, 20 means 20 %
}

// Item is what a line invoices. (BG-31)
type Item struct {
	Name            string       // BT-153
	Description     string       // BT-154
	SellerID        string       // BT-155
	BuyerID         string       // BT-156
	StandardID      Identifier   // BT-157, scheme BT-157-1 (ISO 6523)
	Classifications []Identifier // BT-158, scheme BT-158-1 (UNTDID 7143), version BT-158-2
	OriginCountry   Code         // BT-159, ISO 3166-1 alpha-2
	Attributes      []*Attribute // BG-32
}

// Attribute is a property of an item. (BG-32)
type Attribute struct {
	Name  string // BT-160
	Value string // BT-161
}
