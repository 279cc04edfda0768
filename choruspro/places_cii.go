package choruspro

// ciiSteps is where Chorus Pro reads in CII and in Factur-X, below the root, in the order of the schema.
var ciiSteps = []step{
	{rsm, "ExchangedDocumentContext", nowhere, []step{
		{ram, "BusinessProcessSpecifiedDocumentContextParameter", nowhere, []step{
			{ram, "ID", process, nil},
		}},
		{ram, "GuidelineSpecifiedDocumentContextParameter", nowhere, []step{
			{ram, "ID", specification, nil},
		}},
	}},
	{rsm, "ExchangedDocument", nowhere, []step{
		{ram, "ID", number, nil},
		{ram, "TypeCode", kind, nil},
		{ram, "IssueDateTime", nowhere, []step{
			{udt, "DateTimeString", issued, nil},
		}},
	}},
	{rsm, "SupplyChainTradeTransaction", nowhere, []step{
		{ram, "IncludedSupplyChainTradeLineItem", nowhere, []step{
			{ram, "SpecifiedTradeProduct", nowhere, []step{
				{ram, "GlobalID", itemID, nil},
			}},
			{ram, "SpecifiedLineTradeAgreement", nowhere, []step{
				{ram, "GrossPriceProductTradePrice", gross, []step{
					{ram, "AppliedTradeAllowanceCharge", nowhere, []step{
						{ram, "ActualAmount", grossDiscount, nil},
					}},
				}},
			}},
			{ram, "SpecifiedLineTradeDelivery", nowhere, []step{
				{ram, "BilledQuantity", quantity, nil},
			}},
			{ram, "SpecifiedLineTradeSettlement", nowhere, []step{
				{ram, "ApplicableTradeTax", nowhere, []step{
					{ram, "CategoryCode", vatCategory, nil},
					{ram, "RateApplicablePercent", vatRate, nil},
				}},
				{ram, "SpecifiedTradeSettlementLineMonetarySummation", nowhere, []step{
					{ram, "LineTotalAmount", lineAmount, nil},
				}},
			}},
		}},
		{ram, "ApplicableHeaderTradeAgreement", nowhere, []step{
			{ram, "BuyerReference", service, nil},
			{ram, "SellerTradeParty", nowhere, []step{
				{ram, "Name", sellerName, nil},
				{ram, "SpecifiedLegalOrganization", nowhere, []step{
					{ram, "ID", sellerID, nil},
					{ram, "TradingBusinessName", sellerTrading, nil},
				}},
				{ram, "PostalTradeAddress", nowhere, []step{
					{ram, "CountryID", sellerCountry, nil},
				}},
			}},
			{ram, "BuyerTradeParty", nowhere, []step{
				{ram, "Name", buyerName, nil},
				{ram, "SpecifiedLegalOrganization", nowhere, []step{
					{ram, "ID", buyerID, nil},
					{ram, "TradingBusinessName", buyerTrading, nil},
				}},
				{ram, "SpecifiedTaxRegistration", nowhere, []step{
					{ram, "ID", buyerVAT, nil},
				}},
			}},
			{ram, "BuyerOrderReferencedDocument", nowhere, []step{
				{ram, "IssuerAssignedID", order, nil},
			}},
			{ram, "ContractReferencedDocument", nowhere, []step{
				{ram, "IssuerAssignedID", contractID, nil},
			}},
			{ram, "AdditionalReferencedDocument", reference, []step{
				{ram, "IssuerAssignedID", referenceID, nil},
				{ram, "TypeCode", referenceType, nil},
				{ram, "Name", referenceName, nil},
				{ram, "AttachmentBinaryObject", attachment, nil},
			}},
		}},
		{ram, "ApplicableHeaderTradeDelivery", nowhere, []step{
			{ram, "DespatchAdviceReferencedDocument", nowhere, []step{
				{ram, "IssuerAssignedID", despatch, nil},
			}},
		}},
		{ram, "ApplicableHeaderTradeSettlement", nowhere, []step{
			{ram, "CreditorReferenceID", creditor, nil},
			{ram, "TaxCurrencyCode", taxCurrency, nil},
			{ram, "InvoiceCurrencyCode", currency, nil},
			{ram, "InvoiceeTradeParty", nowhere, []step{
				{ram, "SpecifiedLegalOrganization", nowhere, []step{
					{ram, "ID", validator, nil},
				}},
			}},
			{ram, "PayeeTradeParty", nowhere, []step{
				{ram, "Name", payeeName, nil},
			}},
			{ram, "SpecifiedTradeSettlementPaymentMeans", payment, []step{
				{ram, "TypeCode", means, nil},
				{ram, "PayerPartyDebtorFinancialAccount", debtor, nil},
				{ram, "PayeePartyCreditorFinancialAccount", nowhere, []step{
					{ram, "IBANID", account, nil},
					{ram, "ProprietaryID", otherAccount, nil},
				}},
				{ram, "PayeeSpecifiedCreditorFinancialInstitution", nowhere, []step{
					{ram, "BICID", bank, nil},
				}},
			}},
			{ram, "ApplicableTradeTax", breakdown, []step{
				{ram, "CalculatedAmount", breakdownTax, nil},
				{ram, "ExemptionReason", exemptionReason, nil},
				{ram, "BasisAmount", breakdownBasis, nil},
				{ram, "CategoryCode", vatCategory, nil},
				{ram, "RateApplicablePercent", vatRate, nil},
			}},
			{ram, "SpecifiedTradeAllowanceCharge", allowance, []step{
				{ram, "ChargeIndicator", nowhere, []step{
					{udt, "Indicator", allowanceCharge, nil},
				}},
				{ram, "ActualAmount", allowanceAmount, nil},
				{ram, "Reason", allowanceReason, nil},
				{ram, "CategoryTradeTax", nowhere, []step{
					{ram, "CategoryCode", vatCategory, nil},
					{ram, "RateApplicablePercent", vatRate, nil},
				}},
			}},
			{ram, "SpecifiedTradePaymentTerms", nowhere, []step{
				{ram, "DirectDebitMandateID", mandate, nil},
			}},
			{ram, "SpecifiedTradeSettlementHeaderMonetarySummation", nowhere, []step{
				{ram, "LineTotalAmount", lineTotal, nil},
				{ram, "ChargeTotalAmount", chargeTotal, nil},
				{ram, "AllowanceTotalAmount", allowanceTotal, nil},
				{ram, "TaxBasisTotalAmount", netTotal, nil},
				{ram, "TaxTotalAmount", taxTotal, nil},
				{ram, "RoundingAmount", rounding, nil},
				{ram, "GrandTotalAmount", grandTotal, nil},
				{ram, "TotalPrepaidAmount", paidTotal, nil},
				{ram, "DuePayableAmount", dueTotal, nil},
			}},
			{ram, "InvoiceReferencedDocument", nowhere, []step{
				{ram, "IssuerAssignedID", preceding, nil},
			}},
			{ram, "ReceivableSpecifiedTradeAccountingAccount", nowhere, []step{
				{ram, "ID", accounting, nil},
			}},
		}},
	}},
}
