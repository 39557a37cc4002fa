import { wideReader } from '../by-hand/shapes/wide.ts';
import { textOf } from '../plans/event-reader.ts';
import { planned } from '../plans/plan.ts';

// Campagnes → une campagne → Statistiques → Destinataires → Exporter

/** One recipient a row; who clicked counts as an opener there, and a hard bounce is an NPAI. */
export const sarbacaneRecipients = planned({
	provider: 'sarbacane',
	kind: 'events',
	instants: ['delivered', 'opened', 'clicked', 'bounced', 'unsubscribed', 'complained'],
	zone: { ask: true },
	dates: Object.fromEntries(
		['delivered', 'opened', 'clicked', 'bounced', 'unsubscribed', 'complained'].map((role) => [
			role,
			{ order: 'dmy' }
		])
	),
	signature: [
		['email', 'e mail', 'adresse email', 'adresse e mail'],
		['npai', 'rebond', 'rebond dur', 'hard bounce'],
		[
			'ouvreur',
			'ouvert',
			'ouvertures',
			"date d'ouverture",
			'date d’ouverture',
			'nombre d’ouvertures',
			"nombre d'ouvertures"
		],
		['cliqueur', 'clique', 'clics', 'date de clic', 'nombre de clics']
	],
	columns: {
		address: ['email', 'e mail', 'adresse email', 'adresse e mail'],
		campaign: ['campagne', 'nom de la campagne', 'nom campagne'],
		subject: ['objet', "objet de l'email"],
		delivered: [
			'recu',
			'abouti',
			'delivre',
			'date de reception',
			"date d'envoi",
			'date d’envoi',
			'envoye'
		],
		opened: [
			'date de premiere ouverture',
			"date d'ouverture",
			'date d’ouverture',
			"nombre d'ouvertures",
			'nombre d’ouvertures',
			'ouvertures',
			'ouvreur',
			'ouvert'
		],
		clicked: ['nombre de clics', 'clics', 'date de clic', 'cliqueur', 'clique'],
		bounced: ['npai', 'rebond dur', 'hard bounce', 'rebond'],
		event: ['statut', 'status'],
		unsubscribed: [
			'date de desinscription',
			'desinscrit',
			'desabonne',
			'desabonnement',
			'desinscription'
		],
		complained: ['plainte', 'plaintes', 'spam']
	},
	needs: ['address', 'opened', 'clicked'],
	reader: (file, columns, instants) =>
		wideReader(
			file,
			columns,
			instants,
			(row) => textOf(row[columns.campaign ?? -1]) ?? textOf(row[columns.subject ?? -1])
		)
});
