// long: it is a list of words, not logic

import type { ExportWords } from './words.ts';

export const es: ExportWords = {
	headers: {
		address: [
			'correo( electronico)?',
			'(direccion|direccion de)( de)? (correo( electronico)?|e ?mail)',
			'(correo|e ?mail) del? (destinatario|suscriptor|contacto)',
			'destinatario',
			'suscriptor(a)?',
			'para'
		],
		at: [
			'(por )?dia',
			'fecha( y hora)?',
			'hora',
			'marca (de tiempo|temporal)',
			'momento',
			'cuando',
			'fecha del? (evento|accion|actividad)'
		],
		linkName: [
			'(nombre|texto|titulo|etiqueta|alias)( del?| de)? (enlace|link|boton)',
			'texto ancla',
			'boton'
		],
		url: [
			'enlace( pulsado)?',
			'vinculo',
			'(url|direccion) (del enlace|de destino)',
			'destino',
			'pagina'
		],
		event: ['evento', 'tipo( de (evento|accion|actividad))?', 'accion', 'actividad'],
		campaign: [
			'campana',
			'(id|codigo|identificador)( de)?( la)? campana',
			'boletin',
			'mensaje',
			'envio',
			'id de envio'
		],
		campaignName: ['(nombre|titulo)( de| del)?( la)? (campana|mensaje|boletin|envio)'],
		subject: ['asunto', 'linea de asunto', 'titulo'],
		sentAt: ['fecha (de|del) (envio|publicacion)', 'enviad[oa] (el|en)'],
		status: [
			'(estado|estatus)( (del|de la|de) (suscriptor|contacto|suscripcion))?',
			'suscripcion',
			'situacion'
		],
		joined: [
			'alta',
			'(fecha de )?opt ?in',
			'creado',
			'anadido',
			'(miembro|suscriptor|suscriptora|cliente|lector|lectora|socio|socia|usuario) desde',
			'fecha de (alta|suscripcion|registro|creacion|inscripcion)',
			'(suscrito|registrado|anadido|creado|dado de alta) (el|desde)',
			'alta'
		],
		left: [
			'(fecha de )?opt ?out',
			'fecha de (baja|cancelacion)',
			'(dado de baja|cancelado) el',
			'baja',
			'cancelacion',
			'desuscripcion'
		],
		channel: ['canal', 'origen', 'fuente', 'procedencia', 'plataforma'],
		country: ['pais', 'codigo (de )?pais'],
		device: ['dispositivo', 'tipo de dispositivo'],
		total: [
			'(numero|n|total|cantidad) de (clics|aperturas)',
			'aperturas',
			'clics',
			'(clics|aperturas) totales',
			'cantidad',
			'veces'
		],
		unique: [
			'(numero|n|cantidad) de (personas|lectores|clics unicos)',
			'(clics|aperturas) unic[oa]s',
			'personas'
		],
		reach: ['impresiones', 'alcance'],
		topics: ['temas?', 'categorias?', 'etiquetas?', 'palabras? clave'],
		author: ['autor(a|es|as)?', 'escrito por', 'redactor(a|es)?'],
		item: ['articulos?', 'noticias?', 'titular'],
		issue: [
			'(n|no|numero)( de)?( la| del)? (edicion|boletin|newsletter)',
			'numero',
			'edicion',
			'numero de edicion'
		],
		amount: [
			'precio (de venta|pagado)',
			'(importe|total) (pagado|neto|bruto)',
			'importe( gastado)?',
			'gastos?',
			'costes?',
			'costos?',
			'inversion',
			'precio',
			'tarifa',
			'ingresos',
			'ventas',
			'valor',
			'monto',
			'ganancias?',
			'comision(es)?'
		],
		currency: ['moneda', 'divisa'],
		from: ['desde', 'inicio', 'fecha de inicio', 'mes', 'semana', 'periodo'],
		to: ['hasta', 'fin', 'fecha de fin(alizacion)?'],
		sponsor: ['patrocinador(es)?', 'anunciantes?', 'marca'],
		alias: ['id (de|del) (suscriptor|contacto|usuario|cliente)'],
		guaranteed: ['clics (garantizados|prometidos|vendidos)', 'objetivo de clics', 'garantia'],
		conversions: ['conversiones', 'compras', 'pedidos'],
		sessions: ['sesiones', 'visitas']
	},
	times: {
		before: 'fecha( y hora)?|hora|dia',
		of: 'del|de la|de',
		after: 'el|en',
		stems: {
			at: 'clics?|clicado|hizo clic|apertura|abiert[oa]|entrega|entregado|recibido|rebote|leido|evento|accion',
			sentAt: 'envio|enviad[oa]|publicacion|publicado',
			joined:
				'alta|suscripcion|suscrit[oa]|registro|registrad[oa]|inscripcion|creacion|creado|anadido',
			left: 'baja|cancelacion|cancelado|eliminado'
		},
		others:
			'modificad[oa]|modificacion|actualizad[oa]|actualizacion|ultim[oa]|nacimiento|cumpleanos|reembols\\w*'
	},
	events: {
		unsubscribe: [
			'(dado de |de )?bajas?',
			'cancelacion( de suscripcion)?',
			'cancelo suscripcion',
			'desuscrit[oa]s?',
			'desuscripcion',
			'se dio de baja'
		],
		complaint: [
			'quejas?( de spam)?',
			'denuncias?',
			'marcad[oa] como spam',
			'reportad[oa] como spam'
		],
		bounce: [
			'rebot(e|es|ado|ados|ada|adas)( (duro|blando|suave|permanente|temporal)s?)?',
			'no entregad[oa]s?',
			'fallid[oa]s?',
			'devuelt[oa]s?'
		],
		click: [
			'clics?( en (un |el )?enlace)?',
			'clicad[oa]s?',
			'hizo clic( en (un |el )?enlace)?',
			'pulsad[oa]s?',
			'clicke?ad[oa]s?',
			'cliqueo'
		],
		open: ['abiert[oa]s?', 'aperturas?', 'abrio', 'abrir', 'leid[oa]s?', 'vist[oa]s?'],
		delivery: [
			'entregad[oa]s?',
			'entregas?',
			'enviad[oa]s?',
			'envios?',
			'recibid[oa]s?',
			'no (abiert[oa]|clicad[oa])s?'
		],
		other: [
			'suscrit[oa]s?',
			'suscripcion',
			'altas?',
			'reenviad[oa]s?',
			'respondid[oa]s?',
			'bloquead[oa]s?',
			'aplazad[oa]s?',
			'diferid[oa]s?',
			'conversion',
			'omitid[oa]s?'
		]
	},
	around: 'correos?|mensaje|campana|primer[oa]?|el|la|los|las|un|una|en|del?|enlaces?',
	hints: {
		unsubscribe: '\\bbajas?\\b|desuscri|cancelacion',
		bounce: 'rebot',
		complaint: 'queja|denuncia',
		click: 'clic',
		open: 'abiert|apertura|abrio',
		delivery: 'entreg|envia|\\benvio|recibid|destinatario'
	},
	numbers: 'numero|cantidad|veces|total|de',
	states: {
		bounced: [
			'rebot(e|ado|ada)( (duro|blando|suave))?',
			'invalid[oa]',
			'no valid[oa]',
			'error',
			'no entregable'
		],
		left: [
			'(dado de |de )?baja',
			'desuscrit[oa]',
			'no suscrit[oa]',
			'cancelad[oa]',
			'inactiv[oa]',
			'eliminad[oa]',
			'bloquead[oa]',
			'borrad[oa]',
			'excluid[oa]',
			'desactivad[oa]',
			'queja',
			'archivad[oa]',
			'en lista negra'
		],
		pending: [
			'pendiente( de confirmacion| de confirmar)?',
			'sin confirmar',
			'no confirmad[oa]',
			'en espera'
		],
		active: [
			'activ[oa]',
			'suscrit[oa]',
			'(re ?|nuevamente )suscrit[oa]',
			'confirmad[oa]',
			'alta',
			'dado de alta',
			'registrad[oa]',
			'valid[oa]',
			'si',
			'verificad[oa]'
		]
	},
	unsent: [
		'borrador(es)?',
		'no enviad[oa]',
		'programad[oa]',
		'planificad[oa]',
		'en pausa',
		'pausad[oa]',
		'cancelad[oa]',
		'eliminad[oa]'
	],
	flags: {
		bounced: ['rebotado'],
		left: [
			'(dado de |de )?baja',
			'desuscrit[oa]',
			'bloquead[oa]',
			'lista negra',
			'no (enviar|contactar)( correos?)?',
			'eliminad[oa]'
		],
		active: [
			'(acepta|desea|quiere|recibe|suscrit[oa] a)( recibir)?( el| la| los| nuestro)? (news ?letters?|boletin(es)?|correos?)',
			'activ[oa]',
			'suscrit[oa]',
			'consentimiento',
			'acepta (correos?|marketing|publicidad)'
		],
		pending: ['confirmad[oa]']
	},
	yes: ['si', 's', 'verdadero'],
	no: ['falso', 'nunca'],
	totals: [
		'promedio',
		'total(es)?( general)?',
		'suma',
		'(todos|todas)( los| las)? (numeros|campanas|boletines|envios|enlaces|canales|meses)'
	],
	sums: {
		delivered: [
			'entregados',
			'entregas',
			'correos entregados',
			'enviados',
			'envios',
			'destinatarios'
		],
		opens: ['aperturas', 'aperturas totales', 'total de aperturas'],
		uniqueOpens: ['aperturas unicas', 'abiertos'],
		clicks: ['clics', 'clics totales', 'total de clics'],
		uniqueClicks: ['clics unicos', 'clicados', 'con clic'],
		unsubscribes: ['bajas', 'cancelaciones', 'desuscripciones']
	}
};
