import { sharedBut, sharedStart, type Wrapper } from './wrapper.ts';

const UUID = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}';

/**
 * Services whose links do not say where they lead: they are told from pages by host or shape, kept as
 * far as all readers share them, and matched through the document of the issue where possible.
 *
 * Without `shared`, what the shape matched is all that may be stored: shapes here match no reader's part.
 */
export const sealedServices: Wrapper[] = [
	{
		name: 'mailchimp',
		host: /(?:^|\.)list-manage\d*\.com$/,
		shape: /^\/track\//,
		shared: sharedBut('e')
	},
	{
		name: 'substack',
		host: /(?:^|\.)substack\.com$/,
		shape: new RegExp(`^/redirect/${UUID}`, 'i'),
		shared: sharedStart(new RegExp(`^/redirect/${UUID}`, 'i'))
	},
	{
		name: 'substack',
		host: /(?:^|\.)substack\.com$/,
		shape: /^\/app-link\//,
		shared: sharedBut('token', 'r', 'isfreemail', 'submitlike')
	},
	{ name: 'substack', host: /(?:^|\.)substack\.com$/, shape: /^\/redirect\// },
	{
		name: 'listmonk',
		shape: new RegExp(`^/link/${UUID}/${UUID}`, 'i'),
		shared: sharedStart(new RegExp(`^/link/${UUID}/${UUID}`, 'i'))
	},
	{ name: 'ghost', shape: /^\/(?:[\w-]+\/)?r\/[\da-f]{6,10}\/?\?m=/i, shared: sharedBut('m') },
	{ name: 'mautic', shape: /^\/r\/[\da-f]{12,}\?(?:.*&)?ct=/i, shared: sharedBut('ct') },
	{ name: 'curated', host: /^cur\.at$/, shared: sharedBut('sid', 'm') },
	{
		name: 'activecampaign',
		shape: /^[^?]*\/lt\.php\?(?!(?:.*&)?[xl]=)(?:.*&)?i=/i,
		shared: sharedBut('s', 'nl', 'c')
	},
	{ name: 'activecampaign', shape: /\/lt\.php/i },
	{ name: 'beehiiv', host: /(?:^|\.)beehiiv\.com$/, shape: /^\/(?:ss|v1)\/c\// },
	{ name: 'klaviyo', host: /(?:^|\.)(?:ctrk|trk)\.klclick\d*\.com$|(?:^|\.)klclick\d*\.com$/ },
	{ name: 'brevo', shape: /^\/(?:[\w-]+\/)?(?:mk|tr)\/(?:cl|mr|op|un)\// },
	{ name: 'brevo', host: /(?:^|\.)(?:sendib[mt]\d|sp1-brevo)\.(?:com|net)$/ },
	{ name: 'sendgrid', shape: /^\/(?:(?:uni\/)?(?:ls|wf)\/click|ss\/c\/)/ },
	{ name: 'sendgrid', host: /\.ct\.sendgrid\.net$/ },
	{ name: 'mailerlite', host: /(?:^|\.)(?:mlsend\d*|mlclick|mlsent|ml-link)\.com$/ },
	{ name: 'mailup', shape: /^\/e\/t?r\?q=/ },
	{ name: 'mailup', host: /(?:^|\.)musvc\d*\.(?:net|com)$/ },
	{ name: 'aweber', host: /^clicks?\.aweber\.com$/ },
	{ name: 'hubspot', shape: /^\/(?:e2t|Ctc|e3t)\// },
	{ name: 'hubspot', host: /\.hubspot(?:links|starter|email)[\w-]*\.(?:com|net)$/ },
	{ name: 'salesforce', host: /^click\./, shape: /^\/\?qs=(?=[\da-f]{16}|$)/i },
	{ name: 'pardot', host: /^go\.pardot\.com$/, shape: /^\/e\// },
	{ name: 'emma', host: /^t\.e2ma\.net$/, shape: /^\/click\// },
	{ name: 'salesforce', host: /\.exct\.net$|\.exacttarget\.com$/ },
	{ name: 'constantcontact', host: /(?:^|\.)rs6\.net$/ },
	{
		name: 'campaignmonitor',
		host: /(?:^|\.)(?:cmail\d*|createsend\d*|cmp\d+)\.com$/,
		shape: /^\/t\//
	},
	{ name: 'openemm', shape: /\/r\.html\?uid=/ },
	{ name: 'mailpoet', shape: /\?mailpoet_router&endpoint=track&action=click/ },
	{ name: 'kit', host: /(?:^|\.)(?:convertkit-mail|kit-mail)\d*\.com$/ },
	{ name: 'getresponse', host: /\.getresponse\.com$/, shape: /^\/click/ },
	{ name: 'iterable', shape: /^\/[ua]\/click\?_t=/ },
	{ name: 'ses', host: /\.awstrack\.me$/ },
	{ name: 'mailjet', host: /\.mjt\.lu$/, shape: /^\/lnk\// },
	{ name: 'mailgun', host: /^email\.mg\d*\./, shape: /^\/[cou]\// },
	{ name: 'customerio', host: /\.customeriomail\.com$/, shape: /^\/e\/c\// },
	// links that should have been open but were cut or damaged on the way
	{ name: 'mailgun', shape: /^\/c\/eJ(?=[\w-]{20,}|$)/ },
	{ name: 'mailjet', shape: /^\/lnk\/(?=[\w-]{16,}\/\d+\/|$)/ },
	{ name: 'customerio', shape: /^\/e\/c\/eyJ/ }
];
