import { expect, test } from 'vitest';
import { eventOf } from '../plans/event-words.ts';
import { headerFit } from '../by-hand/words/header-words.ts';
import { readStatus, yesOrNo } from '../plans/subscriber-reader.ts';
import type { EventKind } from '../facts.ts';
import type { Role } from '../recogniser.ts';

test.each<[EventKind | 'other' | null, string]>([
	['open', 'Geöffnet, Oeffnung, Abierto, Apertura, Aperto, Geopend, Aberto, Abriu, Machine open'],
	['click', 'Geklickt, Klick, Hizo clic, Clicado, Cliccato, Geklikt, Clicou, Clicado em link'],
	['delivery', 'Zugestellt, Entregado, Consegnato, Bezorgd, Afgeleverd, Entregue, No abierto'],
	['bounce', 'Unzustellbar, Rebote, Rimbalzo, Onbestelbaar, Rejeição, Hard bounce, Permanent fail'],
	['unsubscribe', 'Abgemeldet, Baja, Dado de baja, Disiscritto, Uitgeschreven, Descadastro'],
	['complaint', 'Beschwerde, Queja, Reclamo, Klacht, Reclamação, Marked as spam'],
	['other', 'Angemeldet, Suscrito, Iscritto, Ingeschreven, Inscrito, Deferred, Dropped'],
	[null, 'Nicht versendet, No enviado, Non inviato, Not sent, Tarte, opensource, clickbait']
])('words for %s in seven languages → that event', (event, words) => {
	const result = words.split(', ').map((word) => [word, eventOf(word)]);

	expect(result).toEqual(words.split(', ').map((word) => [word, event]));
});

test.each<[ReturnType<typeof readStatus>, string]>([
	[
		'active',
		'Aktiv, Angemeldet, Suscrito, Activo, Iscritto, Attivo, Actief, Inscrito, Ativo, Actif'
	],
	[
		'left',
		'Abgemeldet, Baja, Disiscritto, Uitgeschreven, Descadastrado, NEVER_SUBSCRIBED, Opt-out'
	],
	['left', 'Unsubscribed (manual), Désabonnée, Blacklisted, Suppressed, non-subscribed, inactive'],
	['bounced', 'Hard bounce, HardBounced, Cleaned, NPAI, Ungültig, Inválido, Undeliverable'],
	[
		'pending',
		'Unconfirmed, unactivated, Unbestätigt, Pendiente, In attesa, Niet bevestigd, Pendente'
	],
	[undefined, 'gold, activist, deactivate the alarm, 7, subscriber of the month']
])('words for %s in seven languages → that status', (state, words) => {
	const result = words.split(', ').map((word) => [word, readStatus(word)]);

	expect(result).toEqual(words.split(', ').map((word) => [word, state]));
});

test.each<[Role, string]>([
	[
		'address',
		'E-Mail-Adresse | Correo electrónico | Indirizzo e-mail | E-mailadres | Endereço de e-mail'
	],
	['at', 'Geöffnet am | Öffnungsdatum | Klickzeitpunkt | Fecha de apertura | Data di apertura'],
	['at', 'Datum van opening | Geopend op | Data de abertura | Aberto em | Event Date (UTC)'],
	[
		'at',
		'Click Time (EST) | Open date GMT+2 | Zeitstempel | Fecha y hora | Data e ora | Date du clic'
	],
	['url', 'Link | Enlace | Collegamento | Geklikte link | Link clicado'],
	[
		'campaignName',
		'Kampagnenname | Nombre de la campaña | Nome campagna | Campagnenaam | Nome da campanha'
	],
	['subject', 'Betreff | Asunto | Oggetto | Onderwerp | Assunto | Objet'],
	['joined', 'Anmeldedatum | Fecha de alta | Data iscrizione | Inschrijfdatum | Data de inscrição'],
	[
		'left',
		'Abmeldedatum | Fecha de baja | Data disiscrizione | Uitschrijfdatum | Data de cancelamento'
	],
	[
		'amount',
		'Betrag (EUR) | Importe | Importo speso | Besteed bedrag | Valor gasto | Montant dépensé'
	]
])('headers for %s in seven languages → that role', (role, headers) => {
	const result = headers.split(' | ').map((header) => [header, headerFit(header, role)]);

	expect(result).toEqual(headers.split(' | ').map((header) => [header, 1]));
});

test('words for yes and no in seven languages → true and false; others → neither', () => {
	expect(['ja', 'Sí', 'si', 'Oui', 'sim', 'TRUE', 'x', 'Vero'].map(yesOrNo)).toEqual(
		Array(8).fill(true)
	);
	expect(['Nein', 'no', 'Non', 'Não', 'nee', 'FALSE', 'falso', '0'].map(yesOrNo)).toEqual(
		Array(8).fill(false)
	);
	expect(['maybe', '', 'yes and no'].map(yesOrNo)).toEqual([undefined, undefined, undefined]);
});
