import type { Client } from '../../store/events/clients.ts';

const scanner =
	/proofpoint|mimecast|barracuda|safelinks|urldefense|fireeye|trend ?micro|forcepoint|symantec|sophos|python|curl|wget|go-http|okhttp|java\/|headless|phantom|bot\b|crawler|spider|scan/i;

/** Programs that fetch pictures for many readers, whether or not anybody reads. */
const proxy =
	/(?:google|gmail|yahoo) ?(?:mail ?|image ?)*proxy|^mozilla\/5\.0$|cloudflare-.{0,200}proxy|applemail|loaded ?by ?proxy|privacy (?:protection|proxy)|\bmpp\b/i;

/**
 * What a user agent says of who made an event. The text itself is not kept: it can be as telling as
 * an address.
 */
export function agentClass(agent: string | undefined): Client['agent'] {
	if (!agent) return 'unknown';
	if (proxy.test(agent)) return 'proxy';
	if (scanner.test(agent)) return 'scanner';
	return /mozilla|opera|outlook|thunderbird|mail/i.test(agent) ? 'browser' : 'unknown';
}
