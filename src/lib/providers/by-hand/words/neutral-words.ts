import { plainHeader } from './header-words.ts';

/** Columns that any table may have: they speak neither for a newsletter nor against it. */
const WHOLE =
	/^(#\d+|id|uuid|guid|row|line|no|index|(first|last|full|middle|given|family|sur)? ?name|vorname|nachname|prenom|nom|nombre|apellidos?|nome|cognome|sobrenome|voornaam|achternaam|title|civilite|anrede|salutation|ip address|country|pays|land|pais|paese|city|ville|stadt|ciudad|citta|stad|cidade|region|state province|zip|postal code|postcode|latitude|longitude|timezone|time zone|language|langue|sprache|idioma|lingua|taal|locale|gender|genre|birthday|company|entreprise|firma|empresa|azienda|bedrijf|job title|phone|telephone|telefon\w*|mobile|device|device type|client|client type|email client|os|client os|browser|user agent|platform|plateforme|notes?|tags?|lists?|segments?|groups?|description|type|reason|raison|grund|motivo|reden|domain|isp|server|mx|message|preheader|from|from name|from email|sender|reply to|source|medium|content|term)$/;

/** The same by a part of their names. */
const PART =
	/\b(id|ids|uuid|key|token|hash|ip|(?<!\b(file|product|item|course|event|host|domain|account|deal|project) )name)$|\b(rate|taux|quote|rata|tasso|taxa)\b|%|^utm /;

/** Whether a header is one that any table may have. */
export function isNeutral(header: string): boolean {
	const text = plainHeader(header);
	return text === '' || WHOLE.test(text) || PART.test(text);
}

/** Whether a table has no columns but these, and such as any table may have. */
export function hasOnly(header: readonly string[], own: RegExp): boolean {
	return header.every((name) => isNeutral(name) || own.test(name.trim()));
}
