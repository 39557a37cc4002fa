import type { Row } from '../rows.ts';

/** What a science newsletter writes about. */
export const science: readonly Row[] = [
	[
		'space',
		'Space and astronomy',
		'Espace et astronomie',
		null,
		'space, rocket, satellite, telescope, planet, galaxy, astronaut, orbit, comet, moon',
		'espace, fusée, satellite, télescope, planète, galaxie, astronaute, orbite, comète, lune'
	],
	[
		'climate-science',
		'Climate and Earth',
		'Climat et Terre',
		null,
		'climate, warming, glacier, ocean, volcano, earthquake, carbon cycle, ipcc, drought',
		'climat, réchauffement, glacier, océan, volcan, séisme, cycle du carbone, giec, sécheresse'
	],
	[
		'biology',
		'Life sciences',
		'Biologie',
		null,
		'cell, gene, dna, protein, bacteria, evolution, species, crispr, microbe, genome',
		'cellule, gène, adn, protéine, bactérie, évolution, espèce, crispr, microbe, génome'
	],
	[
		'medicine',
		'Medicine and health',
		'Médecine et santé',
		null,
		'clinical trial, vaccine, virus, cancer, patient, therapy, drug, epidemic, diagnosis',
		'essai clinique, vaccin, virus, cancer, patient, thérapie, médicament, épidémie, diagnostic'
	],
	[
		'physics',
		'Physics and chemistry',
		'Physique et chimie',
		null,
		'quantum, particle, collider, superconductor, laser, molecule, catalyst, nuclear fusion, battery',
		'quantique, particule, collisionneur, supraconducteur, laser, molécule, catalyseur, fusion nucléaire, batterie'
	],
	[
		'mathematics',
		'Mathematics',
		'Mathématiques',
		null,
		'mathematics, theorem, proof, prime, geometry, conjecture, algebra, probability',
		'mathématiques, théorème, démonstration, nombre premier, géométrie, conjecture, algèbre, probabilité'
	],
	[
		'research-life',
		'Research and publishing',
		'Recherche et publication',
		null,
		'peer review, preprint, journal, laboratory, research grant, retraction, postdoc, reproducibility',
		'évaluation par les pairs, prépublication, revue scientifique, laboratoire, financement de la recherche, rétractation, postdoc, reproductibilité'
	]
];
