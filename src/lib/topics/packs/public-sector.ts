import type { Row } from '../rows.ts';

/** What a newsletter of the public sector writes about. */
export const publicSector: readonly Row[] = [
	[
		'public-finance',
		'Public finance',
		'Finances publiques',
		null,
		'public budget, tax, deficit, subsidy, spending review, audit office, grant, levy',
		'budget, impôt, taxe foncière, déficit, subvention, dotation, cour des comptes, fiscalité, emprunt'
	],
	[
		'procurement',
		'Procurement',
		'Commande publique',
		null,
		'procurement, tender, contract award, supplier, framework agreement, bidder',
		'commande publique, appel d’offres, marché public, attributaire, accord-cadre, soumissionnaire'
	],
	[
		'staff',
		'Civil service',
		'Fonction publique',
		null,
		'civil servant, civil service, public employee, pay scale, competition exam, agency staff',
		'fonctionnaire, fonction publique, agent public, grille indiciaire, concours, contractuel, point d’indice'
	],
	[
		'e-government',
		'Digital services',
		'Services numériques',
		null,
		'e-government, online form, digital identity, open data, service design, one-stop shop',
		'démarche en ligne, service numérique, identité numérique, open data, guichet unique, dématérialisation'
	],
	[
		'local-government',
		'Local government',
		'Collectivités',
		null,
		'local authority, county, region, devolution, mayor, combined authority, district',
		'collectivité, département, région, décentralisation, intercommunalité, métropole, préfet, communes'
	],
	[
		'law-making',
		'Law and regulation',
		'Lois et règlements',
		null,
		'bill, law, decree, regulation, parliament, amendment, directive, consultation',
		'projet de loi, loi, décret, règlement, parlement, amendement, directive, consultation, jurisprudence'
	],
	[
		'health-social',
		'Health and social care',
		'Santé et social',
		null,
		'hospital, social care, benefits, pension, public health, elderly care, carers',
		'hôpital, action sociale, allocations, retraite, santé publique, ehpad, aidants, dépendance'
	]
];
