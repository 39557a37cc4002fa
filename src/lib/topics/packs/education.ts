import type { Row } from '../rows.ts';

/** What a newsletter about education writes about. */
export const education: readonly Row[] = [
	[
		'teaching',
		'Teaching',
		'Enseignement',
		null,
		'teacher, lesson, classroom, curriculum, pedagogy, homework, assessment, teaching',
		'enseignant, enseignante, cours, classe, programme scolaire, pédagogie, devoirs, évaluation, professeur'
	],
	[
		'schools',
		'Schools',
		'Écoles',
		null,
		'school, pupil, head teacher, primary school, secondary school, school meals, playground, inspection',
		'école, élève, collège, lycée, directeur d’école, cantine, récréation, maternelle, périscolaire'
	],
	[
		'higher-education',
		'Universities',
		'Enseignement supérieur',
		null,
		'university, student, degree, lecturer, campus, tuition, doctoral, admissions, master',
		'université, étudiant, étudiante, licence universitaire, maître de conférences, campus, doctorat, parcoursup, master'
	],
	[
		'edtech',
		'Digital learning',
		'Numérique éducatif',
		null,
		'e-learning, mooc, online course, learning platform, tablet, moodle, screen time, virtual classroom',
		'e-learning, mooc, cours en ligne, plateforme d’apprentissage, tablette, moodle, temps d’écran, classe virtuelle'
	],
	[
		'training',
		'Training and careers',
		'Formation et orientation',
		null,
		'apprenticeship, vocational training, internship, career guidance, certification, adult learning, trainee',
		'apprentissage, formation professionnelle, stage, orientation, certification, alternance, formation continue, stagiaire'
	],
	[
		'inclusion',
		'Inclusion and well-being',
		'Inclusion et bien-être',
		null,
		'inclusion, dyslexia, disability, bullying, special needs, well-being, attendance, absenteeism',
		'inclusion, dyslexie, handicap, harcèlement, aesh, bien-être, assiduité, absentéisme, décrochage'
	],
	[
		'education-policy',
		'Education policy',
		'Politique éducative',
		null,
		'education minister, reform, funding, union, strike, league table, exam, baccalaureate',
		'ministre de l’éducation, réforme, moyens, syndicat, grève, rectorat, examen, baccalauréat, brevet'
	]
];
