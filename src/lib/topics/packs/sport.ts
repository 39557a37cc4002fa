import type { Row } from '../rows.ts';

/** What a sports newsletter writes about. */
export const sport: readonly Row[] = [
	[
		'football',
		'Football',
		'Football',
		null,
		'football, goal, striker, goalkeeper, league, transfer, world cup, penalty, referee',
		'football, but, attaquant, gardien, ligue 1, transfert, coupe du monde, penalty, arbitre'
	],
	[
		'rugby',
		'Rugby',
		'Rugby',
		null,
		'rugby, scrum, try, six nations, fly-half, pack, conversion',
		'rugby, mêlée, essai, six nations, ouvreur, top 14, transformation'
	],
	[
		'cycling',
		'Cycling',
		'Cyclisme',
		null,
		'cycling, peloton, stage, climb, yellow jersey, time trial, velodrome, breakaway',
		'cyclisme, peloton, étape, col, maillot jaune, contre-la-montre, vélodrome, échappée'
	],
	[
		'running',
		'Running and athletics',
		'Course à pied et athlétisme',
		null,
		'running, marathon, runner, sprint, trail, track, athletics, interval training, personal best',
		'course à pied, marathon, coureur, sprint, trail, piste, athlétisme, fractionné, record personnel'
	],
	[
		'tennis',
		'Racket sports',
		'Sports de raquette',
		null,
		'tennis, serve, set, grand slam, padel, badminton, table tennis, clay court',
		'tennis, service, set, grand chelem, padel, badminton, tennis de table, terre battue, roland-garros'
	],
	[
		'team-sports',
		'Indoor team sports',
		'Sports de salle',
		null,
		'basketball, handball, volleyball, nba, dunk, court, ice hockey, futsal',
		'basket, handball, volley, nba, dunk, parquet, hockey sur glace, futsal'
	],
	[
		'water-winter',
		'Water and winter sports',
		'Sports d’eau et d’hiver',
		null,
		'swimming, sailing, surfing, skiing, snowboard, regatta, pool, biathlon, rowing',
		'natation, voile, surf, ski, snowboard, régate, bassin, biathlon, aviron'
	],
	[
		'fitness',
		'Training and health',
		'Entraînement et santé',
		null,
		'training, strength, nutrition, injury, physiotherapist, coach, stretching, recovery',
		'entraînement, musculation, nutrition, blessure, kinésithérapeute, entraîneur, étirements, récupération'
	]
];
