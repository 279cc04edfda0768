package en16931

// This file says, once for all syntaxes, which field of the model holds which term.

// Instance is the n-th (from 0) group g below parent, an instance of g's parent group such as *Invoice or *Line: a pointer such as *Seller, or
// nil where there are not so many. A group that the standard requires is always there once.
func Instance(g Term, parent any, n int) any { return groups[g].at(parent, n) }

// Append adds an instance of group g below parent, an instance of g's parent group, and returns it. A group that does not repeat is added once:
// what is there is returned.
func Append(g Term, parent any) any { return groups[g].add(parent) }

// Field returns a pointer to the field that holds term t in group, an instance of t.Group(); for a sub-item such as BT-29-1, in the field of
// its parent term. It is one of *string, *Code, *Date, *Decimal, *Amount, *Identifier, *[]Identifier and *BinaryObject.
func Field(t Term, group any) any { return fields[t].of(group) }

// groupField knows how a group hangs on its parent group.
type groupField interface {
	at(parent any, n int) any
	add(parent any) any
}

type embedded[P, G any] func(*P) *G

func (f embedded[P, G]) at(parent any, n int) any {
	if n > 0 {
		return nil
	}
	return f(parent.(*P))
}

func (f embedded[P, G]) add(parent any) any { return f(parent.(*P)) }

type optional[P, G any] func(*P) **G

func (f optional[P, G]) at(parent any, n int) any {
	if g := *f(parent.(*P)); g != nil && n == 0 {
		return g
	}
	return nil
}

func (f optional[P, G]) add(parent any) any {
	g := f(parent.(*P))
	if *g == nil {
		*g = new(G)
	}
	return *g
}

type repeated[P, G any] func(*P) *[]*G

func (f repeated[P, G]) at(parent any, n int) any {
	if all := *f(parent.(*P)); n < len(all) {
		return all[n]
	}
	return nil
}

func (f repeated[P, G]) add(parent any) any {
	all, g := f(parent.(*P)), new(G)
	*all = append(*all, g)
	return g
}

// termField knows where a group holds a term.
type termField interface{ of(group any) any }

type leaf[G any] func(*G) any

func (f leaf[G]) of(group any) any { return f(group.(*G)) }

// groups holds every group but BG0, the invoice.
var groups = [numTerms]groupField{
	BG1:  repeated[Invoice, Note](func(p *Invoice) *[]*Note { return &p.Notes }),
	BG2:  embedded[Invoice, Process](func(p *Invoice) *Process { return &p.Process }),
	BG3:  repeated[Invoice, PrecedingInvoice](func(p *Invoice) *[]*PrecedingInvoice { return &p.PrecedingInvoices }),
	BG4:  embedded[Invoice, Seller](func(p *Invoice) *Seller { return &p.Seller }),
	BG5:  embedded[Seller, SellerAddress](func(p *Seller) *SellerAddress { return &p.Address }),
	BG6:  optional[Seller, SellerContact](func(p *Seller) **SellerContact { return &p.Contact }),
	BG7:  embedded[Invoice, Buyer](func(p *Invoice) *Buyer { return &p.Buyer }),
	BG8:  embedded[Buyer, BuyerAddress](func(p *Buyer) *BuyerAddress { return &p.Address }),
	BG9:  optional[Buyer, BuyerContact](func(p *Buyer) **BuyerContact { return &p.Contact }),
	BG10: optional[Invoice, Payee](func(p *Invoice) **Payee { return &p.Payee }),
	BG11: optional[Invoice, TaxRepresentative](func(p *Invoice) **TaxRepresentative { return &p.TaxRepresentative }),
	BG12: embedded[TaxRepresentative, TaxRepresentativeAddress](func(p *TaxRepresentative) *TaxRepresentativeAddress { return &p.Address }),
	BG13: optional[Invoice, Delivery](func(p *Invoice) **Delivery { return &p.Delivery }),
	BG14: optional[Delivery, Period](func(p *Delivery) **Period { return &p.Period }),
	BG15: optional[Delivery, DeliveryAddress](func(p *Delivery) **DeliveryAddress { return &p.Address }),
	BG16: optional[Invoice, PaymentInstructions](func(p *Invoice) **PaymentInstructions { return &p.Payment }),
	BG17: repeated[PaymentInstructions, CreditTransfer](func(p *PaymentInstructions) *[]*CreditTransfer { return &p.CreditTransfers }),
	BG18: optional[PaymentInstructions, PaymentCard](func(p *PaymentInstructions) **PaymentCard { return &p.Card }),
	BG19: optional[PaymentInstructions, DirectDebit](func(p *PaymentInstructions) **DirectDebit { return &p.DirectDebit }),
	BG20: repeated[Invoice, Allowance](func(p *Invoice) *[]*Allowance { return &p.Allowances }),
	BG21: repeated[Invoice, Charge](func(p *Invoice) *[]*Charge { return &p.Charges }),
	BG22: embedded[Invoice, Totals](func(p *Invoice) *Totals { return &p.Totals }),
	BG23: repeated[Invoice, VATBreakdown](func(p *Invoice) *[]*VATBreakdown { return &p.VATBreakdown }),
	BG24: repeated[Invoice, SupportingDocument](func(p *Invoice) *[]*SupportingDocument { return &p.SupportingDocuments }),
	BG25: repeated[Invoice, Line](func(p *Invoice) *[]*Line { return &p.Lines }),
	BG26: optional[Line, LinePeriod](func(p *Line) **LinePeriod { return &p.Period }),
	BG27: repeated[Line, LineAllowance](func(p *Line) *[]*LineAllowance { return &p.Allowances }),
	BG28: repeated[Line, LineCharge](func(p *Line) *[]*LineCharge { return &p.Charges }),
	BG29: embedded[Line, Price](func(p *Line) *Price { return &p.Price }),
	BG30: embedded[Line, LineVAT](func(p *Line) *LineVAT { return &p.VAT }),
	BG31: embedded[Line, Item](func(p *Line) *Item { return &p.Item }),
	BG32: repeated[Item, Attribute](func(p *Item) *[]*Attribute { return &p.Attributes }),
}

// fields holds every term and sub-item.
var fields = [numTerms]termField{
	BT1:     leaf[Invoice](func(p *Invoice) any { return &p.Number }),
	BT2:     leaf[Invoice](func(p *Invoice) any { return &p.IssueDate }),
	BT3:     leaf[Invoice](func(p *Invoice) any { return &p.TypeCode }),
	BT5:     leaf[Invoice](func(p *Invoice) any { return &p.Currency }),
	BT6:     leaf[Invoice](func(p *Invoice) any { return &p.VATAccountingCurrency }),
	BT7:     leaf[Invoice](func(p *Invoice) any { return &p.TaxPointDate }),
	BT8:     leaf[Invoice](func(p *Invoice) any { return &p.TaxPointDateCode }),
	BT9:     leaf[Invoice](func(p *Invoice) any { return &p.DueDate }),
	BT10:    leaf[Invoice](func(p *Invoice) any { return &p.BuyerReference }),
	BT11:    leaf[Invoice](func(p *Invoice) any { return &p.ProjectReference }),
	BT12:    leaf[Invoice](func(p *Invoice) any { return &p.ContractReference }),
	BT13:    leaf[Invoice](func(p *Invoice) any { return &p.PurchaseOrderReference }),
	BT14:    leaf[Invoice](func(p *Invoice) any { return &p.SalesOrderReference }),
	BT15:    leaf[Invoice](func(p *Invoice) any { return &p.ReceivingAdvice }),
	BT16:    leaf[Invoice](func(p *Invoice) any { return &p.DespatchAdvice }),
	BT17:    leaf[Invoice](func(p *Invoice) any { return &p.TenderReference }),
	BT18:    leaf[Invoice](func(p *Invoice) any { return &p.InvoicedObject }),
	BT18_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT19:    leaf[Invoice](func(p *Invoice) any { return &p.BuyerAccounting }),
	BT20:    leaf[Invoice](func(p *Invoice) any { return &p.PaymentTerms }),
	BT21:    leaf[Note](func(p *Note) any { return &p.SubjectCode }),
	BT22:    leaf[Note](func(p *Note) any { return &p.Text }),
	BT23:    leaf[Process](func(p *Process) any { return &p.BusinessProcess }),
	BT24:    leaf[Process](func(p *Process) any { return &p.Specification }),
	BT25:    leaf[PrecedingInvoice](func(p *PrecedingInvoice) any { return &p.Number }),
	BT26:    leaf[PrecedingInvoice](func(p *PrecedingInvoice) any { return &p.IssueDate }),
	BT27:    leaf[Seller](func(p *Seller) any { return &p.Name }),
	BT28:    leaf[Seller](func(p *Seller) any { return &p.TradingName }),
	BT29:    leaf[Seller](func(p *Seller) any { return &p.Identifiers }),
	BT29_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT30:    leaf[Seller](func(p *Seller) any { return &p.LegalRegistration }),
	BT30_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT31:    leaf[Seller](func(p *Seller) any { return &p.VATIdentifier }),
	BT32:    leaf[Seller](func(p *Seller) any { return &p.TaxRegistration }),
	BT33:    leaf[Seller](func(p *Seller) any { return &p.LegalInformation }),
	BT34:    leaf[Seller](func(p *Seller) any { return &p.ElectronicAddress }),
	BT34_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT35:    leaf[SellerAddress](func(p *SellerAddress) any { return &p.Line1 }),
	BT36:    leaf[SellerAddress](func(p *SellerAddress) any { return &p.Line2 }),
	BT162:   leaf[SellerAddress](func(p *SellerAddress) any { return &p.Line3 }),
	BT37:    leaf[SellerAddress](func(p *SellerAddress) any { return &p.City }),
	BT38:    leaf[SellerAddress](func(p *SellerAddress) any { return &p.PostCode }),
	BT39:    leaf[SellerAddress](func(p *SellerAddress) any { return &p.Subdivision }),
	BT40:    leaf[SellerAddress](func(p *SellerAddress) any { return &p.Country }),
	BT41:    leaf[SellerContact](func(p *SellerContact) any { return &p.Name }),
	BT42:    leaf[SellerContact](func(p *SellerContact) any { return &p.Telephone }),
	BT43:    leaf[SellerContact](func(p *SellerContact) any { return &p.Email }),
	BT44:    leaf[Buyer](func(p *Buyer) any { return &p.Name }),
	BT45:    leaf[Buyer](func(p *Buyer) any { return &p.TradingName }),
	BT46:    leaf[Buyer](func(p *Buyer) any { return &p.Identifier }),
	BT46_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT47:    leaf[Buyer](func(p *Buyer) any { return &p.LegalRegistration }),
	BT47_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT48:    leaf[Buyer](func(p *Buyer) any { return &p.VATIdentifier }),
	BT49:    leaf[Buyer](func(p *Buyer) any { return &p.ElectronicAddress }),
	BT49_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT50:    leaf[BuyerAddress](func(p *BuyerAddress) any { return &p.Line1 }),
	BT51:    leaf[BuyerAddress](func(p *BuyerAddress) any { return &p.Line2 }),
	BT163:   leaf[BuyerAddress](func(p *BuyerAddress) any { return &p.Line3 }),
	BT52:    leaf[BuyerAddress](func(p *BuyerAddress) any { return &p.City }),
	BT53:    leaf[BuyerAddress](func(p *BuyerAddress) any { return &p.PostCode }),
	BT54:    leaf[BuyerAddress](func(p *BuyerAddress) any { return &p.Subdivision }),
	BT55:    leaf[BuyerAddress](func(p *BuyerAddress) any { return &p.Country }),
	BT56:    leaf[BuyerContact](func(p *BuyerContact) any { return &p.Name }),
	BT57:    leaf[BuyerContact](func(p *BuyerContact) any { return &p.Telephone }),
	BT58:    leaf[BuyerContact](func(p *BuyerContact) any { return &p.Email }),
	BT59:    leaf[Payee](func(p *Payee) any { return &p.Name }),
	BT60:    leaf[Payee](func(p *Payee) any { return &p.Identifier }),
	BT60_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT61:    leaf[Payee](func(p *Payee) any { return &p.LegalRegistration }),
	BT61_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT62:    leaf[TaxRepresentative](func(p *TaxRepresentative) any { return &p.Name }),
	BT63:    leaf[TaxRepresentative](func(p *TaxRepresentative) any { return &p.VATIdentifier }),
	BT64:    leaf[TaxRepresentativeAddress](func(p *TaxRepresentativeAddress) any { return &p.Line1 }),
	BT65:    leaf[TaxRepresentativeAddress](func(p *TaxRepresentativeAddress) any { return &p.Line2 }),
	BT164:   leaf[TaxRepresentativeAddress](func(p *TaxRepresentativeAddress) any { return &p.Line3 }),
	BT66:    leaf[TaxRepresentativeAddress](func(p *TaxRepresentativeAddress) any { return &p.City }),
	BT67:    leaf[TaxRepresentativeAddress](func(p *TaxRepresentativeAddress) any { return &p.PostCode }),
	BT68:    leaf[TaxRepresentativeAddress](func(p *TaxRepresentativeAddress) any { return &p.Subdivision }),
	BT69:    leaf[TaxRepresentativeAddress](func(p *TaxRepresentativeAddress) any { return &p.Country }),
	BT70:    leaf[Delivery](func(p *Delivery) any { return &p.Name }),
	BT71:    leaf[Delivery](func(p *Delivery) any { return &p.Location }),
	BT71_1:  leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT72:    leaf[Delivery](func(p *Delivery) any { return &p.Date }),
	BT73:    leaf[Period](func(p *Period) any { return &p.Start }),
	BT74:    leaf[Period](func(p *Period) any { return &p.End }),
	BT75:    leaf[DeliveryAddress](func(p *DeliveryAddress) any { return &p.Line1 }),
	BT76:    leaf[DeliveryAddress](func(p *DeliveryAddress) any { return &p.Line2 }),
	BT165:   leaf[DeliveryAddress](func(p *DeliveryAddress) any { return &p.Line3 }),
	BT77:    leaf[DeliveryAddress](func(p *DeliveryAddress) any { return &p.City }),
	BT78:    leaf[DeliveryAddress](func(p *DeliveryAddress) any { return &p.PostCode }),
	BT79:    leaf[DeliveryAddress](func(p *DeliveryAddress) any { return &p.Subdivision }),
	BT80:    leaf[DeliveryAddress](func(p *DeliveryAddress) any { return &p.Country }),
	BT81:    leaf[PaymentInstructions](func(p *PaymentInstructions) any { return &p.MeansCode }),
	BT82:    leaf[PaymentInstructions](func(p *PaymentInstructions) any { return &p.MeansText }),
	BT83:    leaf[PaymentInstructions](func(p *PaymentInstructions) any { return &p.Remittance }),
	BT84:    leaf[CreditTransfer](func(p *CreditTransfer) any { return &p.Account }),
	BT85:    leaf[CreditTransfer](func(p *CreditTransfer) any { return &p.AccountName }),
	BT86:    leaf[CreditTransfer](func(p *CreditTransfer) any { return &p.ServiceProvider }),
	BT87:    leaf[PaymentCard](func(p *PaymentCard) any { return &p.Number }),
	BT88:    leaf[PaymentCard](func(p *PaymentCard) any { return &p.Holder }),
	BT89:    leaf[DirectDebit](func(p *DirectDebit) any { return &p.Mandate }),
	BT90:    leaf[DirectDebit](func(p *DirectDebit) any { return &p.Creditor }),
	BT91:    leaf[DirectDebit](func(p *DirectDebit) any { return &p.DebitedAccount }),
	BT92:    leaf[Allowance](func(p *Allowance) any { return &p.Amount }),
	BT93:    leaf[Allowance](func(p *Allowance) any { return &p.Base }),
	BT94:    leaf[Allowance](func(p *Allowance) any { return &p.Percentage }),
	BT95:    leaf[Allowance](func(p *Allowance) any { return &p.VATCategory }),
	BT96:    leaf[Allowance](func(p *Allowance) any { return &p.VATRate }),
	BT97:    leaf[Allowance](func(p *Allowance) any { return &p.Reason }),
	BT98:    leaf[Allowance](func(p *Allowance) any { return &p.ReasonCode }),
	BT99:    leaf[Charge](func(p *Charge) any { return &p.Amount }),
	BT100:   leaf[Charge](func(p *Charge) any { return &p.Base }),
	BT101:   leaf[Charge](func(p *Charge) any { return &p.Percentage }),
	BT102:   leaf[Charge](func(p *Charge) any { return &p.VATCategory }),
	BT103:   leaf[Charge](func(p *Charge) any { return &p.VATRate }),
	BT104:   leaf[Charge](func(p *Charge) any { return &p.Reason }),
	BT105:   leaf[Charge](func(p *Charge) any { return &p.ReasonCode }),
	BT106:   leaf[Totals](func(p *Totals) any { return &p.Lines }),
	BT107:   leaf[Totals](func(p *Totals) any { return &p.Allowances }),
	BT108:   leaf[Totals](func(p *Totals) any { return &p.Charges }),
	BT109:   leaf[Totals](func(p *Totals) any { return &p.WithoutVAT }),
	BT110:   leaf[Totals](func(p *Totals) any { return &p.VAT }),
	BT111:   leaf[Totals](func(p *Totals) any { return &p.VATInAccountingCurrency }),
	BT112:   leaf[Totals](func(p *Totals) any { return &p.WithVAT }),
	BT113:   leaf[Totals](func(p *Totals) any { return &p.Paid }),
	BT114:   leaf[Totals](func(p *Totals) any { return &p.Rounding }),
	BT115:   leaf[Totals](func(p *Totals) any { return &p.Due }),
	BT116:   leaf[VATBreakdown](func(p *VATBreakdown) any { return &p.TaxableAmount }),
	BT117:   leaf[VATBreakdown](func(p *VATBreakdown) any { return &p.TaxAmount }),
	BT118:   leaf[VATBreakdown](func(p *VATBreakdown) any { return &p.Category }),
	BT119:   leaf[VATBreakdown](func(p *VATBreakdown) any { return &p.Rate }),
	BT120:   leaf[VATBreakdown](func(p *VATBreakdown) any { return &p.ExemptionReason }),
	BT121:   leaf[VATBreakdown](func(p *VATBreakdown) any { return &p.ExemptionReasonCode }),
	BT122:   leaf[SupportingDocument](func(p *SupportingDocument) any { return &p.Reference }),
	BT123:   leaf[SupportingDocument](func(p *SupportingDocument) any { return &p.Description }),
	BT124:   leaf[SupportingDocument](func(p *SupportingDocument) any { return &p.Location }),
	BT125:   leaf[SupportingDocument](func(p *SupportingDocument) any { return &p.Attachment }),
	BT125_1: leaf[BinaryObject](func(p *BinaryObject) any { return &p.MIME }),
	BT125_2: leaf[BinaryObject](func(p *BinaryObject) any { return &p.Filename }),
	BT126:   leaf[Line](func(p *Line) any { return &p.ID }),
	BT127:   leaf[Line](func(p *Line) any { return &p.Note }),
	BT128:   leaf[Line](func(p *Line) any { return &p.Object }),
	BT128_1: leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT129:   leaf[Line](func(p *Line) any { return &p.Quantity }),
	BT130:   leaf[Line](func(p *Line) any { return &p.Unit }),
	BT131:   leaf[Line](func(p *Line) any { return &p.NetAmount }),
	BT132:   leaf[Line](func(p *Line) any { return &p.OrderLine }),
	BT133:   leaf[Line](func(p *Line) any { return &p.BuyerAccounting }),
	BT134:   leaf[LinePeriod](func(p *LinePeriod) any { return &p.Start }),
	BT135:   leaf[LinePeriod](func(p *LinePeriod) any { return &p.End }),
	BT136:   leaf[LineAllowance](func(p *LineAllowance) any { return &p.Amount }),
	BT137:   leaf[LineAllowance](func(p *LineAllowance) any { return &p.Base }),
	BT138:   leaf[LineAllowance](func(p *LineAllowance) any { return &p.Percentage }),
	BT139:   leaf[LineAllowance](func(p *LineAllowance) any { return &p.Reason }),
	BT140:   leaf[LineAllowance](func(p *LineAllowance) any { return &p.ReasonCode }),
	BT141:   leaf[LineCharge](func(p *LineCharge) any { return &p.Amount }),
	BT142:   leaf[LineCharge](func(p *LineCharge) any { return &p.Base }),
	BT143:   leaf[LineCharge](func(p *LineCharge) any { return &p.Percentage }),
	BT144:   leaf[LineCharge](func(p *LineCharge) any { return &p.Reason }),
	BT145:   leaf[LineCharge](func(p *LineCharge) any { return &p.ReasonCode }),
	BT146:   leaf[Price](func(p *Price) any { return &p.Net }),
	BT147:   leaf[Price](func(p *Price) any { return &p.Discount }),
	BT148:   leaf[Price](func(p *Price) any { return &p.Gross }),
	BT149:   leaf[Price](func(p *Price) any { return &p.BaseQuantity }),
	BT150:   leaf[Price](func(p *Price) any { return &p.BaseUnit }),
	BT151:   leaf[LineVAT](func(p *LineVAT) any { return &p.Category }),
	BT152:   leaf[LineVAT](func(p *LineVAT) any { return &p.Rate }),
	BT153:   leaf[Item](func(p *Item) any { return &p.Name }),
	BT154:   leaf[Item](func(p *Item) any { return &p.Description }),
	BT155:   leaf[Item](func(p *Item) any { return &p.SellerID }),
	BT156:   leaf[Item](func(p *Item) any { return &p.BuyerID }),
	BT157:   leaf[Item](func(p *Item) any { return &p.StandardID }),
	BT157_1: leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT158:   leaf[Item](func(p *Item) any { return &p.Classifications }),
	BT158_1: leaf[Identifier](func(p *Identifier) any { return &p.Scheme }),
	BT158_2: leaf[Identifier](func(p *Identifier) any { return &p.Version }),
	BT159:   leaf[Item](func(p *Item) any { return &p.OriginCountry }),
	BT160:   leaf[Attribute](func(p *Attribute) any { return &p.Name }),
	BT161:   leaf[Attribute](func(p *Attribute) any { return &p.Value }),
}
