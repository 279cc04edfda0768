package choruspro

// ublSteps is where Chorus Pro reads in UBL, below the root, in the order of the schema.
var ublSteps = []step{
	{ext, "UBLExtensions", nowhere, []step{
		{ext, "UBLExtension", nowhere, []step{
			{ext, "ExtensionContent", extension, nil},
		}},
	}},
	{cbc, "CustomizationID", specification, nil},
	{cbc, "ProfileID", process, nil},
	{cbc, "ID", number, nil},
	{cbc, "IssueDate", issued, nil},
	{cbc, "InvoiceTypeCode", kind, nil},
	{cbc, "CreditNoteTypeCode", kind, nil},
	{cbc, "DocumentCurrencyCode", currency, nil},
	{cbc, "TaxCurrencyCode", taxCurrency, nil},
	{cbc, "AccountingCost", accounting, nil},
	{cbc, "BuyerReference", service, nil},
	{cac, "OrderReference", nowhere, []step{
		{cbc, "ID", order, nil},
	}},
	{cac, "BillingReference", nowhere, []step{
		{cac, "InvoiceDocumentReference", nowhere, []step{
			{cbc, "ID", preceding, nil},
		}},
	}},
	{cac, "DespatchDocumentReference", nowhere, []step{
		{cbc, "ID", despatch, nil},
	}},
	{cac, "ContractDocumentReference", contract, []step{
		{cbc, "ID", contractID, nil},
		{cbc, "DocumentTypeCode", contractType, nil},
	}},
	{cac, "AdditionalDocumentReference", reference, []step{
		{cbc, "ID", referenceID, nil},
		{cac, "Attachment", nowhere, []step{
			{cbc, "EmbeddedDocumentBinaryObject", attachment, nil},
		}},
	}},
	{cac, "AccountingSupplierParty", nowhere, []step{
		{cac, "Party", nowhere, []step{
			{cac, "PartyIdentification", nowhere, []step{
				{cbc, "ID", sellerID, nil},
			}},
			{cac, "PartyName", nowhere, []step{
				{cbc, "Name", sellerTrading, nil},
			}},
			{cac, "PostalAddress", nowhere, []step{
				{cac, "Country", nowhere, []step{
					{cbc, "IdentificationCode", sellerCountry, nil},
				}},
			}},
			{cac, "PartyLegalEntity", nowhere, []step{
				{cbc, "RegistrationName", sellerName, nil},
				{cbc, "CompanyID", sellerRegister, nil},
			}},
			{cac, "AgentParty", nowhere, []step{
				{cac, "PartyIdentification", nowhere, []step{
					{cbc, "ID", validator, nil},
				}},
			}},
		}},
	}},
	{cac, "AccountingCustomerParty", nowhere, []step{
		{cac, "Party", nowhere, []step{
			{cac, "PartyIdentification", nowhere, []step{
				{cbc, "ID", buyerID, nil},
			}},
			{cac, "PartyName", nowhere, []step{
				{cbc, "Name", buyerTrading, nil},
			}},
			{cac, "PartyTaxScheme", nowhere, []step{
				{cbc, "CompanyID", buyerVAT, nil},
			}},
			{cac, "PartyLegalEntity", nowhere, []step{
				{cbc, "RegistrationName", buyerName, nil},
				{cbc, "CompanyID", buyerRegister, nil},
			}},
		}},
		{cac, "AccountingContact", nowhere, []step{
			{cbc, "ID", serviceContact, nil},
		}},
	}},
	{cac, "PayeeParty", nowhere, []step{
		{cac, "PartyName", nowhere, []step{
			{cbc, "Name", payeeName, nil},
		}},
	}},
	{cac, "PaymentMeans", payment, []step{
		{cbc, "PaymentMeansCode", means, nil},
		{cac, "PayeeFinancialAccount", nowhere, []step{
			{cbc, "ID", account, nil},
			{cac, "FinancialInstitutionBranch", nowhere, []step{
				{cbc, "ID", bank, nil},
			}},
		}},
		{cac, "PaymentMandate", mandate, nil},
	}},
	{cac, "AllowanceCharge", allowance, []step{
		{cbc, "ChargeIndicator", allowanceCharge, nil},
		{cbc, "AllowanceChargeReason", allowanceReason, nil},
		{cbc, "Amount", allowanceAmount, nil},
		{cac, "TaxCategory", nowhere, []step{
			{cbc, "ID", vatCategory, nil},
			{cbc, "Percent", vatRate, nil},
		}},
	}},
	{cac, "TaxTotal", nowhere, []step{
		{cbc, "TaxAmount", taxTotal, nil},
		{cac, "TaxSubtotal", breakdown, []step{
			{cbc, "TaxableAmount", breakdownBasis, nil},
			{cbc, "TaxAmount", breakdownTax, nil},
			{cac, "TaxCategory", nowhere, []step{
				{cbc, "ID", vatCategory, nil},
				{cbc, "Percent", vatRate, nil},
				{cbc, "TaxExemptionReason", exemptionReason, nil},
			}},
		}},
	}},
	{cac, "LegalMonetaryTotal", nowhere, []step{
		{cbc, "LineExtensionAmount", lineTotal, nil},
		{cbc, "TaxExclusiveAmount", netTotal, nil},
		{cbc, "TaxInclusiveAmount", grandTotal, nil},
		{cbc, "AllowanceTotalAmount", allowanceTotal, nil},
		{cbc, "ChargeTotalAmount", chargeTotal, nil},
		{cbc, "PrepaidAmount", paidTotal, nil},
		{cbc, "PayableRoundingAmount", rounding, nil},
		{cbc, "PayableAmount", dueTotal, nil},
	}},
	{cac, "InvoiceLine", nowhere, []step{
		{cbc, "InvoicedQuantity", quantity, nil},
		{cbc, "LineExtensionAmount", lineAmount, nil},
		{cac, "Item", nowhere, []step{
			{cac, "StandardItemIdentification", nowhere, []step{
				{cbc, "ID", itemID, nil},
			}},
			{cac, "ClassifiedTaxCategory", nowhere, []step{
				{cbc, "ID", vatCategory, nil},
				{cbc, "Percent", vatRate, nil},
			}},
		}},
	}},
	{cac, "CreditNoteLine", nowhere, []step{
		{cbc, "CreditedQuantity", quantity, nil},
		{cbc, "LineExtensionAmount", lineAmount, nil},
		{cac, "Item", nowhere, []step{
			{cac, "StandardItemIdentification", nowhere, []step{
				{cbc, "ID", itemID, nil},
			}},
			{cac, "ClassifiedTaxCategory", nowhere, []step{
				{cbc, "ID", vatCategory, nil},
				{cbc, "Percent", vatRate, nil},
			}},
		}},
	}},
}
