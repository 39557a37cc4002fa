import type { Row } from '../rows.ts';

/** What a local newspaper writes about. */
export const localNews: readonly Row[] = [
	[
		'town-hall',
		'Town hall',
		'Vie municipale',
		null,
		'town hall, city council, council, mayor, councillor, municipality, by-law, petition, public meeting, referendum, local election',
		'mairie, conseil municipal, maire, élu, adjoint, municipalité, commune, arrêté, pétition, réunion publique, intercommunalité, élections municipales'
	],
	[
		'roads',
		'Roads and transport',
		'Voirie et transports',
		null,
		'roadworks, bus, tram, train, station, cycle lane, parking, traffic, bridge, pavement, timetable, commuter',
		'voirie, travaux, bus, tramway, gare, piste cyclable, stationnement, circulation, pont, trottoir, horaires, déviation, carrefour'
	],
	[
		'housing',
		'Housing and planning',
		'Logement et urbanisme',
		null,
		'housing, planning permission, developer, rent, tenant, neighbourhood, building site, demolition, land, affordable homes',
		'logement, urbanisme, permis de construire, promoteur, loyer, locataire, quartier, chantier, démolition, foncier, hlm, plan local d’urbanisme'
	],
	[
		'local-business',
		'Shops and business',
		'Commerces et économie',
		null,
		'shop, opening, closure, market, high street, employer, factory, job losses, craftsman, local business',
		'commerçant, ouverture, fermeture, marché, centre-ville, employeur, usine, emplois, artisan, entreprise locale, zone d’activité'
	],
	[
		'courts',
		'Police and courts',
		'Faits divers et justice',
		null,
		'police, court, trial, sentence, arrest, theft, fire brigade, accident, assault, inquest, magistrate',
		'police, gendarmerie, tribunal, procès, condamnation, interpellation, vol, pompiers, accident, agression, incendie, procureur'
	],
	[
		'associations',
		'Community life',
		'Vie associative',
		null,
		'volunteer, association, charity, fair, club, fundraiser, residents, village hall, food bank, solidarity',
		'bénévole, association, kermesse, club, collecte, habitants, salle des fêtes, banque alimentaire, solidarité, forum des associations'
	],
	[
		'environment',
		'Nature and environment',
		'Nature et environnement',
		null,
		'river, flood, waste, recycling, park, trees, air quality, wildlife, drought, pollution',
		'rivière, inondation, déchets, tri, parc, arbres, qualité de l’air, faune, sécheresse, pollution, déchetterie, encombrants'
	]
];
