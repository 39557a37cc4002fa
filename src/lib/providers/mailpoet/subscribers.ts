import { listPlan } from '../plans/list-plan.ts';

// MailPoet → Subscribers → Export

/** One subscriber and list a row. Whoever is inactive has not opened for long, and is still subscribed. */
export const mailpoetSubscribers = listPlan({
	provider: 'mailpoet',
	zone: { ask: true },
	signature: [
		'email',
		['global status', 'statut global', 'list status', 'statut de la liste', 'subscriber status'],
		['first name', 'last name', 'list', 'prénom', 'nom', 'liste', 'segment', 'subscribed ip']
	],
	columns: {
		address: 'email',
		status: [
			'global status',
			'statut global',
			'subscriber status',
			'list status',
			'statut de la liste',
			'status'
		],
		joined: [
			'created at',
			'subscribed at',
			'last subscribed at',
			'confirmed at',
			'cree le',
			'abonne le'
		],
		channel: ['source', 'provenance']
	},
	ofList: { status: ['list status', 'statut de la liste'], list: ['list', 'liste', 'segment'] },
	states: { inactive: 'active', inactif: 'active', unconfirmed: 'pending' }
});
