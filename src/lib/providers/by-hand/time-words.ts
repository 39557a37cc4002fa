import type { Role } from '../recogniser.ts';

/** What happens at the instants of a role, as headers name it in English and French, without accents. */
const STEMS: Partial<Record<Role, string>> = {
	at: 'clic(k|ked|ks|que)?|open(ed|ing|s)?|deliver(ed|y)|sent|bounced?|unsub(scribed?)?|event|activity|action|occurred|received|hit|view(ed)?|read|ouvert(e|ure)?|lecture|reception|recu|livre|livraison|evenement|activite|consultation',
	sentAt:
		'sent|sending|send|publish(ed)?|publication|mailing|launch(ed)?|deliver(ed|y)|envoi|envoyee?|parution|diffusion|expedition',
	joined:
		'joined?|creat(ed?|ion)|added?|add|sign(ed)? ?up|subscri(be|bed|ption)|regist(er|ered|ration)|opt(ed)? ?in|confirm(ed|ation)|inscri(te?|ption)|abonn(e|ee|ement)|cree|ajout(ee?)?|adhesion|entry',
	left: 'left|unsub(scribed?|scription)?|opt(ed)? ?out|cancel(l?ed|lation)?|removed?|deleted?|desinscri(te?|ption)|desabonn(ee?|ement)|depart|suppression'
};

const of = '(of |de la |de l |du |des |de |d )?';
const who = '((profile|contact|subscriber|subscription|user|member|record|account|list|e ?mail) )?';

/** One of these words with one that says it is a time, before or after: `clicked at`, `date du clic`. */
function timed(stems: string): RegExp {
	const before = `(date et heure|date( ?time)?|time ?stamp|time|heure|jour|day) ${of}(${stems})`;
	const after = `${who}(${stems})( (date|time|date ?time|time ?stamp|at|on|le))+`;
	return new RegExp(`^(${before}|${after})( (utc|gmt))?$`);
}

const WORDS = new Map(Object.entries(STEMS).map(([role, stems]) => [role, timed(stems)]));

/** Whether a header, plain as `plainHeader` makes it, names the instants of a role. */
export function isTimeOf(header: string, role: Role): boolean {
	return WORDS.get(role)?.test(header) ?? false;
}

const OTHERS =
	/\b(updated?|modif\w*|changed|maj|mise a jour|last|derni\w+|expir\w*|birth\w*|naissance|anniversaire|renew\w*|sync\w*)\b/;

/** Whether a header names instants of something else than what its row tells of. */
export function isOtherTime(header: string): boolean {
	return OTHERS.test(header);
}

/** A header without the words that only say that it is a time: what happened then. */
export function withoutTime(header: string): string {
	return header
		.replace(/\b(date et heure|date|time|datetime|timestamp|heure|at|on|le|utc|gmt)\b/g, ' ')
		.replace(/\b(of|de la|de l|du|des|de|d|l)\b/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
