import type { Row } from '../rows.ts';

/** What a newsletter about finance writes about. */
export const finance: readonly Row[] = [
	[
		'markets',
		'Markets',
		'Marchés',
		null,
		'stock market, shares, index, bond, yield, rally, sell-off, volatility, equities, dividend',
		'bourse, actions, indice boursier, obligation, rendement, rebond, volatilité, dividende, cac 40, cotation'
	],
	[
		'central-banks',
		'Rates and central banks',
		'Taux et banques centrales',
		null,
		'interest rate, central bank, inflation, federal reserve, ecb, monetary policy, rate cut, hike',
		'taux d’intérêt, banque centrale, inflation, réserve fédérale, bce, politique monétaire, taux directeur'
	],
	[
		'banking',
		'Banks and insurance',
		'Banques et assurances',
		null,
		'bank, lender, insurer, deposit, credit, capital requirement, mortgage lender, solvency',
		'banque, prêteur, assureur, dépôt, crédit, fonds propres, assurance, solvabilité'
	],
	[
		'saving',
		'Saving and pensions',
		'Épargne et retraite',
		null,
		'savings, pension, retirement, fund, portfolio, asset allocation, etf, annuity',
		'épargne, retraite, fonds, portefeuille, allocation d’actifs, etf, assurance-vie, livret, rente'
	],
	[
		'property',
		'Property',
		'Immobilier',
		null,
		'property, real estate, house prices, mortgage, landlord, rent, construction',
		'immobilier, prix des logements, prêt immobilier, bailleur, loyer, construction, notaire'
	],
	[
		'taxation',
		'Tax',
		'Fiscalité',
		null,
		'tax, taxation, tax return, vat, deduction, capital gains, tax authority',
		'impôt, fiscalité, déclaration de revenus, tva, déduction, plus-value, fisc'
	],
	[
		'crypto',
		'Crypto and fintech',
		'Crypto et fintech',
		null,
		'crypto, bitcoin, ethereum, stablecoin, blockchain, fintech, neobank, wallet',
		'crypto, cryptomonnaie, bitcoin, ethereum, stablecoin, blockchain, fintech, néobanque, portefeuille numérique'
	]
];
