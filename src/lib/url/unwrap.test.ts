import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { unwrap } from './unwrap.ts';

const PAGE = 'https://example.org/un-article?id=7&utm_source=lettre';

function base64url(text: string | Uint8Array): string {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const plus = btoa(String.fromCharCode(...bytes));
	return plus.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const json = (value: object) => base64url(JSON.stringify(value));
const escaped = encodeURIComponent(PAGE);
const deflated = base64url(
	zlibSync(new TextEncoder().encode(`h=1&l=${escaped}&r=ana%40example.com`))
);
const mandrill = base64url(JSON.stringify({ p: JSON.stringify({ u: 1, url: PAGE }) }));
const token = `${json({ alg: 'HS256' })}.${json({ bulletin: 1, url: PAGE })}.c2ln`;

// shapes from the documentation and code of each service; destinations invented
const open: [wrapper: string, url: string][] = [
	['substack', `https://substack.com/redirect/2/${json({ e: PAGE, u: 9 })}.c2ln?`],
	['mailgun', `https://email.mg2.example.com/c/${deflated}`],
	['mailgun', `https://trk.example.com/c/${deflated}`],
	['kit', `https://f00.click.convertkit-mail2.com/abc/def/${base64url(PAGE)}`],
	['mailjet', `https://x1.mjt.lu/lnk/AUcAAGeBr80AAcoMsyw/3/Zom8fo13/${base64url(PAGE)}`],
	['mailjet', `https://go.example.com/lnk/AUcAAGeBr80AAcoMsyw/3/Zom8fo13/${base64url(PAGE)}`],
	['customerio', `https://e.customeriomail.com/e/c/${json({ email_id: 'x', href: PAGE })}/f00`],
	['mandrill', `https://mandrillapp.com/track/click/12345/example.org?p=${mandrill}`],
	['buttondown', `https://buttondown.com/c/ana@example.com/42/${escaped}`],
	['buttondown', `https://buttondown.email/c/${base64url(`u1|u2|${PAGE}|ana@example.com`)}`],
	['postmark', `https://click.pstmrk.it/3ts/${encodeURIComponent(PAGE.slice(8))}/a/b/c`],
	['ses', `https://x.awstrack.me/L0/${escaped}/1/0100-000000/c2ln=360`],
	['ses', `https://c.example.com/CL0/${escaped}/1/0100-000000/c2ln=360`],
	['keila', `https://keila.example.com/c/${escaped}/nms_1/nl_2/aGFzaA`],
	['sailthru', `https://link.example.com/click/29107110.531083/${base64url(PAGE)}/624dB7d4`],
	['govdelivery', `https://links.govdelivery.com/track?type=click&enid=ZWFz&&&101&&&${PAGE}`],
	['govdelivery', `https://lnks.gd/l/${token}/s/1/br/2-l`],
	[
		'dynamics',
		`https://x.svc.dynamics.com/t/r/1?target=${encodeURIComponent(`{"TargetUrl":"${escaped}"}`)}`
	],
	[
		'newsletter-plugin',
		`https://example.com/?nltr=${btoa(`7;19;${PAGE};;f00`).replace(/=/g, '%3D')}`
	],
	['other', `https://click.example.com/u/1/${base64url(PAGE)}/x`],
	['other', `https://t.example.com/track/${json({ account: 1, url: PAGE })}`],
	['other', `https://click.example.com/ls/click?u=${escaped}&id=7`],
	['other', `https://www.example.com/lettre/clic.php?contact=12&lien=${escaped}`],
	['other', `https://lettre.example.com/redirect?r=9&url=${escaped}`],
	['other', `https://suivi.example.com/r/?m=4417&u=${PAGE.replace('&', '%26')}`],
	['other', `https://my-tracking.example.com/x/12/y?destination=${encodeURIComponent(escaped)}`],
	['other', `https://trk.example.com/?id=12&d=${base64url(PAGE)}`],
	[
		'safelinks',
		`https://eur01.safelinks.protection.outlook.com/?url=${escaped}&amp;data=04%7Cana%40example.com`
	],
	['proofpoint', `https://urldefense.proofpoint.com/v1/url?u=${escaped}&k=a&r=b`],
	[
		'proofpoint',
		'https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_un-2Darticle-3Fid-3D7-26utm-5Fsource-3Dlettre&d=x'
	],
	['proofpoint', `https://urldefense.com/v3/__${PAGE}__;!!HXCx!gS3R$`],
	[
		'trendmicro',
		`https://ctp.trendmicro.com/wis/clicktime/v2/click?url=${escaped}&uuid=7c&auth=2d`
	],
	['barracuda', `https://linkprotect.cudasvc.com/url?a=${escaped}&c=E,1,x`],
	['fireeye', `https://protect2.fireeye.com/v1/url?k=a&q=1&u=${escaped}`],
	['symantec', `https://clicktime.symantec.com/3abc?u=${escaped}`],
	['sophos', `https://eu.protection.sophos.com/?d=example.org&u=${base64url(PAGE)}&i=x`],
	['cisco', `https://secure-web.cisco.com/1Tok-en/${escaped}`],
	['google', `https://www.google.com/url?q=${escaped}&sa=D&source=editors`],
	['google', `https://google.fr/url?sa=t&url=${escaped}`],
	['facebook', `https://l.facebook.com/l.php?u=${escaped}&h=AT0`],
	['instagram', `https://l.instagram.com/?u=${escaped}&e=AT0`],
	['linkedin', `https://www.linkedin.com/redir/redirect?url=${escaped}&urlhash=x`],
	['youtube', `https://www.youtube.com/redirect?event=video&q=${escaped}`],
	['slack', `https://slack-redir.net/link?url=${escaped}`],
	['reddit', `https://out.reddit.com/t3_x?url=${escaped}&token=AQ`],
	['vk', `https://vk.com/away.php?to=${escaped}`],
	['duckduckgo', `https://duckduckgo.com/l/?uddg=${escaped}&rut=1`],
	['href.li', `https://href.li/?${PAGE}`],
	['avanan', `https://url.avanan.click/v2/___${PAGE}___.YXAzOm`],
	['checkpoint', `https://checkpoint.url-protection.com/v1/url?o=${escaped}&g=ZZ&h=y`],
	[
		'postoffice',
		`https://clicktime.cloud.postoffice.net/clicktime.php?U=${escaped}&E=ana%40example.com`
	]
];

test.each(open)('a link of %s → its target: %s', (wrapper, url) => {
	expect(unwrap(url)).toEqual({
		target: PAGE,
		wrapper,
		resolved: true,
		shared: PAGE,
		opaque: false
	});
});

const ID = '0b0c5d1e-0000-4000-8000-000000000001';
const sealed: [wrapper: string, url: string, shared: string][] = [
	['mailchimp', 'https://x.us1.list-manage.com/track/click?u=a&id=b&e=f00', '?u=a&id=b&e='],
	['substack', `https://substack.com/redirect/${ID}?j=eyJ1IjoiMSJ9.c2ln`, `/redirect/${ID}`],
	[
		'substack',
		'https://substack.com/app-link/post?publication_id=1&post_id=2&token=f00',
		'?publication_id=1&post_id=2&token='
	],
	['listmonk', `https://n.example.com/link/${ID}/${ID}/${ID}`, `/link/${ID}/${ID}`],
	['ghost', `https://blog.example.com/r/0a1b2c3d?m=${ID}`, '/r/0a1b2c3d?m='],
	['mautic', 'https://m.example.com/r/0123456789abcdef01234?ct=YTo1', '?ct='],
	['curated', 'https://cur.at/AbC1?m=email&sid=f00', '/AbC1?m=&sid='],
	['activecampaign', 'https://x.activehosted.com/lt.php?s=f00&i=1A2A3', '/lt.php?s=&i=1A2A3']
];

test.each(sealed)('a link of %s, %s → all readers share %s', (wrapper, url, shared) => {
	const read = unwrap(url);
	expect(read).toMatchObject({ target: url, wrapper, resolved: false, opaque: false });
	expect(read.shared.endsWith(shared)).toBe(true);
	expect(unwrap(read.shared).shared).toBe(read.shared);
});

const opaque: [wrapper: string, url: string][] = [
	['beehiiv', 'https://link.mail.beehiiv.com/ss/c/u001.SECRET/46x/h1/h001'],
	['beehiiv', 'https://link.mail.beehiiv.com/v1/c/SECRET/46x'],
	['brevo', 'https://x.r.sp1-brevo.net/mk/cl/f/sh/SECRET/k1'],
	['brevo', 'https://news.example.com/mk/cl/f/sh/SECRET/k1'],
	['brevo', 'https://r.sendibm3.com/x/SECRET'],
	['sendgrid', 'https://u1.ct.sendgrid.net/ls/click?upn=SECRET'],
	['sendgrid', 'https://url123.example.com/ls/click?upn=SECRET'],
	['klaviyo', 'https://trk.klclick3.com/ls/click?upn=SECRET'],
	['klaviyo', 'https://ctrk.klclick.com/l/SECRET'],
	['mailerlite', 'https://x.clicks.mlsend.com/tl/cl/SECRET'],
	['mailup', 'https://news.example.com/e/tr?q=SECRET'],
	['aweber', 'https://clicks.aweber.com/y/ct/?l=SECRET'],
	['hubspot', 'https://x.example.com/e2t/tc/SECRET'],
	['hubspot', 'https://x.hubspotlinks.com/Btc/SECRET'],
	['salesforce', 'https://click.e.example.exct.net/?qs=SECRET'],
	['salesforce', 'https://click.news.example.com/?qs=0a1b2c3d4e5f60718293SECRET'],
	['pardot', 'https://go.pardot.com/e/1/2024-03-02/SECRET/2?h=x'],
	['emma', 'https://t.e2ma.net/click/SECRET/a/b'],
	['avanan', 'https://url.avanan.click/v2/r01/___myyux://j.SECRET___.YXAzOm'],
	['constantcontact', 'https://r20.rs6.net/tn.jsp?f=SECRET'],
	['campaignmonitor', 'https://x.cmail19.com/t/d-l-SECRET'],
	['activecampaign', 'https://x.example.com/lt.php?x=SECRET'],
	['openemm', 'https://rdir.example.com/r.html?uid=SECRET'],
	['mailpoet', 'https://example.com/?mailpoet_router&endpoint=track&action=click&data=SECRET'],
	['iterable', 'https://links.example.com/u/click?_t=SECRET'],
	['getresponse', 'https://app.getresponse.com/click.html?x=SECRET'],
	['mimecast', 'https://protect-eu.mimecast.com/s/SECRET?domain=example.org'],
	['kit', 'https://click.convertkit-mail.com/SECRET'],
	['mailgun', `https://trk.example.com/c/eJSECRETSECRETSECRETSECRET`],
	['mailjet', 'https://go.example.com/lnk/AUcAAGeBr80AAcoMsyw/3/SECRET/damaged']
];

test.each(opaque)(
	'a link of %s that each reader has of their own → opaque, its secret dropped: %s',
	(wrapper, url) => {
		const read = unwrap(url);
		expect(read).toMatchObject({ target: url, wrapper, resolved: false, opaque: true });
		expect(read.shared).not.toContain('SECRET');
		expect(unwrap(read.shared)).toMatchObject({ wrapper, opaque: true, shared: read.shared });
	}
);

test.each([
	['https://example.org/c/eJ1', 'a short path that begins like a deflated one'],
	['https://example.org/r/article?m=1', 'a path called r'],
	['https://example.org/link/building', 'a path called link'],
	['https://images.example.org/aHR0cHM6Ly9leGFtcGxlLm9yZy9h', 'an image of an address'],
	['https://example.org/?url=https%3A%2F%2Fexample.net', 'a share button'],
	['https://news.example.org/submitlink?u=https%3A%2F%2Fexample.net', 'a link handed in'],
	['https://example.org/sharer/r.php?u=https%3A%2F%2Fexample.net', 'a share button of its own'],
	['https://example.org/login?next=https%3A%2F%2Fexample.net', 'a page behind a login'],
	['https://example.org/story?source=https%3A%2F%2Fexample.net', 'where somebody came from'],
	['https://click.example.org/story?from=https%3A%2F%2Fexample.net', 'where a reader came from'],
	['https://www.youtube.com/watch?v=redirect', 'a video']
])('%s → left alone: %s', (url, _why) => {
	expect(unwrap(url)).toMatchObject({ target: url, wrapper: null, resolved: true });
});

test('wrappers around wrappers → the target, and the innermost wrapper', () => {
	const kit = `https://click.kit-mail3.com/a/b/${base64url(PAGE)}`;
	const safe = `https://eur.safelinks.protection.outlook.com/?url=${encodeURIComponent(kit)}&data=x`;
	expect(unwrap(safe)).toMatchObject({ target: PAGE, wrapper: 'kit' });
});

test('more than five wrappers → given up, keeping nothing of what is inside', () => {
	const deep = Array.from({ length: 7 }).reduce<string>(
		(inner) => `https://l.facebook.com/l.php?u=${encodeURIComponent(inner)}`,
		PAGE
	);
	expect(unwrap(deep)).toMatchObject({
		resolved: false,
		opaque: true,
		shared: 'https://l.facebook.com/'
	});
});

test('a destination that is no web address → not accepted', () => {
	const url = `https://www.google.com/url?q=${encodeURIComponent('javascript:alert(1)')}`;
	expect(unwrap(url)).toMatchObject({ target: url, wrapper: 'google', resolved: false });
});

test('a link of Proofpoint 3 → its replaced characters and runs restored', () => {
	// `*` takes `%`, `**A` takes the two characters `éà`: after the decoder Proofpoint publishes
	const list = base64url('%éà');
	expect(
		unwrap(`https://urldefense.com/v3/__https://example.org/a*2Fb/**A__;${list}!!x!y$`)
	).toMatchObject({ target: 'https://example.org/a%2Fb/éà' });
});

test('any text → a target, never an error', () => {
	const prefix = fc.constantFrom(...open.map(([, url]) => url.slice(0, url.length / 2)), '');
	fc.assert(
		fc.property(prefix, fc.string({ unit: 'binary' }), (start, end) => {
			expect(typeof unwrap(start + end).target).toBe('string');
		}),
		{ numRuns: 500 }
	);
});
