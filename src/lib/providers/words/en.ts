// long: it is a list of words, not logic

import type { Words } from './words.ts';

export const en: Words = {
	headers: {
		address: [
			'e ?mails?',
			'mail',
			'address( (e ?mail|mail))?',
			'(e ?mail|mail|subscriber|contact|reader|user|recipient|customer|member|profile) (e ?mail|address)',
			'e ?mail address(es)?',
			'(recipient|subscriber|contact|customer) e ?mail address',
			'recipient',
			'subscriber',
			'reader',
			'to( address)?',
			'rcpt( to)?'
		],
		at: [
			'time',
			'timestamp',
			'time ?stamp',
			'date',
			'date ?time',
			'date (and )?time',
			'when',
			'instant',
			'moment',
			'occurred at',
			'log (date|time|timestamp)',
			'(event|action|activity) (time|date|at)',
			'(click|open|clicked|opened|delivered|delivery|sent|bounced|unsubscribed) (at|on|date|time|timestamp)',
			'ts'
		],
		linkName: [
			'(link|url|cta|click) (name|text|label|title|alias|content)',
			'(name|text|label|title|alias) of( the)? link',
			'anchor( text)?',
			'link alias',
			'alias',
			'button( (name|text|label))?',
			'cta'
		],
		url: [
			'urls?',
			'links?',
			'(link|clicked|target|destination|original) (url|link)',
			'clicked',
			'destination',
			'href',
			'page',
			'web address',
			'landing page( \\+ query string)?',
			'full page url'
		],
		event: [
			'events?',
			'kind',
			'nature',
			'(event|action|activity|interaction) (type|name)',
			'last event',
			'metric',
			'type( of event)?',
			'action',
			'activity',
			'interaction',
			'what'
		],
		campaign: [
			'campaigns?',
			'posts?( (title|name|id))?',
			'campaign (id|code)',
			'newsletter',
			'mailing',
			'message( id)?',
			'send( id)?',
			'operation',
			'broadcast',
			'(e ?mail|mail) id',
			'utm campaign',
			'(session|first user) campaign'
		],
		campaignName: [
			'campaign (name|title)',
			'(message|e ?mail|newsletter|mailing|broadcast|delivery|send|launch) (name|title|label)'
		],
		subject: ['(e ?mail )?subject( line)?', 'title'],
		sentAt: [
			'sent( at| on)?',
			'send (date|time)',
			'sent date',
			'date sent',
			'publish(ed)? (at|date|on)',
			'delivery date( time)?'
		],
		status: [
			'status',
			'state',
			'(subscription|subscriber|e ?mail|contact|member|subscribe|opt ?in) (status|state)'
		],
		joined: [
			'joined( (at|on))?',
			'join date',
			'created( at| on)?',
			'creation date',
			'date (created|registered|added|subscribed|joined)',
			'subscribed( (at|on|date))?',
			'subscription date',
			'subscribe date',
			'signup date',
			'signed up( at)?',
			'sign up date',
			'registered( (at|on))?',
			'activated( (at|on))?',
			'added( at| time| on)?',
			'opt ?in (time|date)',
			'start date'
		],
		left: [
			'left( (at|on))?',
			'deactivated( (at|on))?',
			'unsubscribed (at|on|date)',
			'unsubscription date',
			'unsubscribe date',
			'date unsubscribed',
			'unsub (date|time)',
			'stop (date|time)',
			'cancel+ed at',
			'cancel date'
		],
		channel: [
			'channel',
			'source',
			'utm source',
			'acquisition( source| channel)?',
			'referr?er',
			'referral',
			'referring site',
			'lead source',
			'support',
			'media',
			'platform',
			'utm source medium',
			'(session|first user) source( medium)?',
			'(session )?default channel group'
		],
		country: ['country( code| name)?', 'cc'],
		device: ['device( type)?'],
		agent: ['user ?agent', 'agent', 'client'],
		total: [
			'totals?',
			'total (clicks|opens)',
			'clicks',
			'opens',
			'(click|open) count',
			'(number of|times) (clicks|opens|clicked|opened)',
			'(human|verified|real|filtered|tracked) (clicks|opens)',
			'opened',
			'clicked',
			'count',
			'hits',
			'times'
		],
		unique: [
			'uniques?',
			'unique (clicks|opens|clickers|openers)',
			'clickers',
			'openers',
			'uniqueclicks',
			'people'
		],
		reach: [
			'impressions?',
			'number of impressions',
			'exposures?',
			'shown( to)?',
			'seen by',
			'reach(ed)?'
		],
		topics: ['topics?', 'themes?', 'tags?', 'categor(y|ies)', 'keywords?'],
		author: ['authors?', 'by ?line', 'signatures?', 'written by', 'writers?', 'journalists?'],
		item: ['items?', 'articles?', 'stor(y|ies)', 'title', 'headline', 'item title'],
		issue: [
			'issues?',
			'(newsletter )?issue( (number|no|nr|name|title))?',
			'editions?',
			'no',
			'nr',
			'n'
		],
		amount: [
			'amounts?',
			'spend',
			'spent',
			'(amount|budget|money|media) spent',
			'(ad|ads|media|marketing) (spend|cost|budget)',
			'cost',
			'budget',
			'price',
			'fees?',
			'value',
			'revenues?',
			'sales',
			'(total|purchase|gross|net|item) (revenue|sales|value)'
		],
		currency: ['currency( code)?'],
		from: [
			'from',
			'start( date)?',
			'starts?( on)?',
			'reporting (starts?|start date)',
			'month',
			'week',
			'period'
		],
		to: ['to', 'end( date)?', 'ends?( on)?', 'reporting (ends?|end date)'],
		sponsor: ['sponsors?( name)?', 'advertisers?', 'partner', 'client', 'brand'],
		machine: [
			'bot',
			'robot',
			'machine',
			'is (bot|machine|robot|proxy|prefetch(ed)?)',
			'proxy',
			'loaded ?by ?proxy',
			'(machine|bot|apple mpp|mpp|proxy|prefetch) (open|opened|click|flag)',
			'(apple )?mpp',
			'privacy (open|proxy)',
			'prefetch(ed)?'
		],
		alias: [
			'(subscriber|reader|contact|user|customer|member|profile|recipient|person) (id|key|uuid)',
			'uuid'
		],
		guaranteed: ['guarantee(d)?', 'guaranteed clicks', 'clicks guaranteed', 'click goal'],
		conversions: [
			'conversions?',
			'key events?',
			'transactions?',
			'purchases?',
			'ecommerce purchases',
			'orders?'
		],
		sessions: ['sessions?', 'visits?'],
		host: ['host', 'host ?name']
	},
	times: {
		before: 'date( time)?|time ?stamp|time|day',
		of: 'of( the)?',
		after: 'date|time|date ?time|time ?stamp|at|on',
		stems: {
			at: 'click(ed|s)?|open(ed|ing|s)?|deliver(ed|y)|sent|bounced?|unsub(scribed?)?|event|activity|action|occurred|received|hit|view(ed)?|read',
			sentAt: 'sent|sending|send|publish(ed)?|publication|mailing|launch(ed)?|deliver(ed|y)',
			joined:
				'joined?|creat(ed?|ion)|added?|add|sign(ed)? ?up|subscri(be|bed|ption)|regist(er|ered|ration)|opt(ed)? ?in|confirm(ed|ation)|entry',
			left: 'left|unsub(scribed?|scription)?|opt(ed)? ?out|cancel(l?ed|lation)?|removed?|deleted?'
		},
		others:
			'updated?|modif\\w*|changed|last|expir\\w*|birth\\w*|birthday|anniversary|renew\\w*|sync\\w*'
	},
	events: {
		unsubscribe: [
			'unsub(s|bed|scribe|scribes|scribed|scribers?|scription|scriptions)?',
			'(group|list|global|one click|email|hard|manual) unsub(scribes?|scribed)?',
			'opt(ed)? ?outs?',
			'listunsubscribe'
		],
		complaint: [
			'spam( ?reports?| complaints?)?',
			'complain(s|ed|t|ts)?',
			'(spam|abuse|fbl|feedback|isp) complain(t|ts|ed)?',
			'abuse( reports?)?',
			'marked( as)? spam',
			'mark as spam',
			'spam marked',
			'feedback ?loop',
			'junk'
		],
		bounce: [
			'(hard|soft|block|technical|transient|permanent|undetermined)? ?bounce(s|d)?',
			'undelivered',
			'failed( to deliver)?',
			'permanent ?fail(ed|ure)?',
			'temporary ?fail(ed|ure)?',
			'not delivered',
			'delivery ?failed'
		],
		click: [
			'((link|unique|total) )?click(s|ed|er|ers)?',
			'clk',
			'clickthrough',
			'click ?through',
			'click ?(track(ed)?|event)'
		],
		open: [
			'(unique |first |total )?open(s|ed|er|ers|ing)?',
			'opn',
			'view(s|ed)?',
			'loaded ?by ?proxy',
			'(proxy|machine|apple mpp|mpp|privacy|bot|auto|prefetch(ed)?) open(s|ed)?',
			'unique proxy open',
			'open(ed)? by proxy',
			'read'
		],
		delivery: [
			'deliver(ed|y|ies|s)?',
			'received',
			'sent',
			'snt',
			'sends?',
			'inbox(ed)?',
			'not (opened|clicked)'
		],
		other: [
			'request(s|ed)?',
			'processed',
			'deferred',
			'deferral',
			'delayed',
			'queued',
			'accepted',
			'dropped',
			'drop',
			'(group )?re ?subscrib(e|ed)',
			'subscrib(e|ed|er|ing)',
			'subscription( change)?',
			'conver(ted|sion|sions)',
			'forward(s|ed)?',
			'print(ed|s)?',
			'repl(y|ied|ies)',
			'contact \\w+',
			'list addition',
			'attempted',
			'drafted',
			'suppressed',
			'skipped( .*)?',
			'excluded',
			'blocked',
			'rejected',
			'invalid( email)?',
			'error',
			'transfer(red|s)?',
			'status ?change',
			'scheduled',
			'rendering failure',
			'stored',
			'list unsubscribe header',
			'unbounce',
			'mta dropped',
			'share(d|s)?',
			'imported',
			'updated'
		]
	},
	around:
		'e ?mails?|messages?|newsletter|broadcasts?|campaigns?|marketing|links?|unique|first|the|an?|in|was|has|been|users?|contacts?|subscribers?',
	hints: {
		unsubscribe: 'unsub|opt ?out|optout',
		bounce: 'bounce|undeliver',
		complaint: 'complain|spam',
		click: 'clic|clk',
		open: 'opens?\\b|opened|openers?|views?\\b',
		delivery: 'deliver|\\bsent\\b|\\bsends?\\b|recipient'
	},
	numbers: 'number|times|count|total|of',
	states: {
		bounced: [
			'(hard|soft|permanently|e ?mail)? ?bounce(d|s)?',
			'cleaned',
			'hard',
			'invalid( email)?',
			'undeliverable',
			'unreachable',
			'not reachable',
			'no mx record',
			'held',
			'mailbox (full|unavailable)',
			'error'
		],
		left: [
			'un ?subscribe[dr]?',
			'unsub(bed)?',
			'(globally|manually|self|admin) unsubscribed',
			'non ?subscribe[dr]',
			'not (a )?subscribe[dr]',
			'never subscribed',
			'cancel+ed',
			'removed',
			'in ?active',
			'not active',
			'disabled',
			'block(ed|listed?)?',
			'black ?listed?',
			'deny ?listed',
			'opt(ed)? ?out',
			'complain(ed|t|ts)',
			'(isp|direct) ?complain(ed|t)',
			'(marked as )?spam(my)?',
			'junk',
			'left',
			'gone',
			'archived',
			'deleted',
			'suppress(ed|ion)',
			'(shared|domain|global) ?suppress(ed|ion)',
			'(mail|email)? ?blocked',
			'not allowed',
			'do not (e ?mail|mail|contact)',
			'stopped',
			'expired',
			'churned',
			'off'
		],
		pending: [
			'pending( opt ?in| confirmation)?',
			'un ?confirmed',
			'not confirmed',
			'awaiting( confirmation)?',
			'waiting( for confirmation)?',
			'unactivated',
			'inactive unconfirmed',
			'not verified',
			'unverified',
			'upcoming',
			'opt ?in pending',
			'validating'
		],
		active: [
			'active',
			'activated',
			'subscribe[dr]',
			'currently subscribed',
			'enabled',
			'(double )?confirmed( opt ?in)?',
			'verified',
			'((single|double) )?opt(ed)? ?in',
			'explicit',
			'implicit',
			'express',
			'implied',
			'(express|implied|explicit|implicit) consent',
			'regular',
			'premium',
			'gifted',
			'valid(ated)?',
			'allowed',
			'reachable',
			'(is )?mailable',
			'member',
			'yes',
			'ok',
			'on'
		]
	},
	flags: {
		bounced: ['bounced?', 'hard ?bounced?', 'is bounced?', 'undeliverable', 'invalid'],
		left: [
			'(is |has )?unsub(scribed?)?( from all( e ?mail)?)?',
			'(is |has )?opt(ed)? ?out( of( all)? e ?mail)?',
			'(e ?mail )?opt(ed)? ?out',
			'(e ?mail )?(black|block|deny) ?listed',
			'(is )?suppressed',
			'(do not|don t|dnd|no) (e ?mail|mail|contact|disturb|email me)',
			'do ?not ?(e ?mail|contact)',
			'dnc',
			'e ?mail disabled',
			'complain(ed|t|ts)',
			'spam( report)?',
			'(is )?(deleted|archived|excluded)'
		],
		active: [
			'(is )?activ(e|ated)',
			'active subscri(ber|ption)',
			'(is )?subscribed',
			'enabled( email)?',
			'opt(ed)? ?in( email)?',
			'(e ?mail )?opt ?in',
			'(e ?mail )?(marketing )?consent',
			'accepts (e ?mail )?marketing',
			'(e ?mail )?marketing (allowed|opt ?in)',
			'subscribed to emails'
		],
		pending: ['(is )?confirmed', 'verified', 'double opt ?in']
	},
	yes: ['true', 'yes', 'y', '1', 'x', 't', 'on'],
	no: ['false', 'no', 'n', '0', 'f', 'off'],
	totals: ['(grand )?totals?', 'sum', 'overall'],
	sums: {
		delivered: [
			...['successful deliveries', 'delivered', 'deliveries', 'emails delivered'],
			...['total delivered', 'messages delivered', 'sends', 'sent', 'emails sent', 'total sent'],
			...['total recipients', 'recipients']
		],
		opens: ['total opens', 'opens', 'total opened'],
		uniqueOpens: [
			...['unique opens', 'opens unique', 'unique opened', 'openers', 'unique openers']
		],
		clicks: ['total clicks', 'clicks', 'total clicked'],
		uniqueClicks: [
			...['unique clicks', 'clicks unique', 'unique clicked', 'clickers', 'unique clickers']
		],
		unsubscribes: ['unsubscribes', 'unsubscribed', 'unsubscriptions', 'opt outs', 'unsubs']
	}
};
