import type { LetterWords } from './words.ts';

export const es: LetterWords = {
	issue: [/boletín|número|edición/u],
	numbered: [/número|edición|boletín|núm\.|semana/u],
	beforeCounts: [
		/en|de|del|a|al|con|por|para|los|las|el|la|un|una|y|o|mis|nuestros|estos|parte|temporada|capítulo|día|tras|sobre|más|menos|solo|primeros|últimos/u
	],

	calls: [
		/más (información|info|detalles)|(leer|ver|lee) (el |la )?(artículo|noticia|entrevista|oferta|detalles|vídeo|video|programa)( complet[oa])?|continuar leyendo|descubre más|ver (todas|todos)( las| los)? .{1,40}/u,
		/(inscr[íi]bete|ap[úu]ntate|reg[íi]strate)( aquí| ya)?|(reserva|reservar) (tu )?(plaza|entrada)|comprar entradas|solicitar/u,
		/(leer|ver|escuchar|abrir|comprar|reservar)|(leer|ver|saber|descubr[ei]r?) (más|mas|el artículo|la noticia)|seguir leyendo|sigue leyendo|aquí|lee más|(aprovecha[r]?|consigue|canjea[r]?) (la|el|tu|esta|este) (oferta|descuento|regalo)/u
	],
	all: [/(?:ver|leer|consultar) (?:todas|todos)(?: las| los)? .{3,40}/u],
	appendices: [/(\d{1,6} )?comentarios?|fuente|deja un comentario/u],
	refrains: [
		/(?:y )?por qué (?:es importante|importa)|qué ha pasado|l(?:a|as) claves?|(?:el )?contexto|(?:en|los) detalles?/u,
		/por qué (?:te|nos) (?:importa|interesa)|conclusiones|mi opinión/u,
		/qué (?:significa|viene ahora)|(?:y )?(?:ahora qué|qué pasa ahora)|en resumen/u
	],
	further: [
		/para (?:saber|leer) más|para profundizar|(?:lee|ver|leer) también|más (?:sobre esto|información)/u
	],
	contents: [
		/en (?:este|esta) (?:número|edición|boletín|newsletter)|(?:índice|sumario|contenidos?)/u
	],
	sections: [
		'en breve|nuestras recomendaciones|noticias|eventos|herramientas|lecturas|recomendaciones|para terminar|empleo|libros'
	],

	online: [
		/(?:ver|leer|abrir)\b.{0,30} en (?:el|tu|su) navegador|(?:ver|leer) (?:este (?:correo|email) )?(?:online|en línea)/u,
		/versión (?:web|en línea)|no (?:puedes?|se) ve[rs]?\b.{0,40}(?:correo|email|mensaje)/u
	],
	foot: [
		/darse de baja|desuscri|(?:cancelar|anular|eliminar) (?:la |mi |tu )?suscripci[óo]n|(?:recibes|has recibido) (?:este|esta)|todos los derechos reservados/u,
		/(?:gestionar?|cambiar?|actualizar?) (?:mis?|tus?|sus?|la|las) (?:suscripci[óo]n|preferencias)|(?:dejar de|no quiero) recibir|^(?:aviso legal|política de privacidad)$/u
	],
	leaving: [/dar(?:te|se|me)-de-baja/u],
	passedOn: [/te (?:han )?reenviaron|te han reenviado/u],
	follow: [/síguenos(?: en)?/u],
	forwarded: [
		/(?:inicio del )?mensaje (?:reenviado|original)|(?:de|enviado|fecha|asunto|para)\s?:\s\S/u
	],

	subject: [/asunto/u],
	subjectMarks: [/rv|rm/u],
	house: [
		/(?:números|ediciones|boletines) anteriores(?=\W*$)/u,
		/para (?:los )?nuev[oa]s (?:lector[ae]s|suscriptor[ae]s)(?=\W*$)/u,
		/antes de (?:irte|irnos|terminar)(?=\W*$)/u,
		/(?:apoya (?:a|este|esta|nuestr)|dona(?: ahora)?$|sobre (?:nosotros|mí|esta newsletter)|síguenos|sígueme|comparte|suscríbete|suscríbase|gracias)(?![\p{L}])/u,
		/(?:hasta (?:la|el|pronto|mañana)|hazte (?:soci|miembro)|únete|qué te ha parecido|te ha gustado|contacto$)(?![\p{L}])/u,
		/(?:créditos)(?=\W*$)/u
	],
	houseLeads: [/gracias a/u],
	sells: [
		/\b(?:anúnciate (?:aquí|con nosotros)|hazte (?:soci[oa]|miembro|patrocinador))/u,
		/^(?:suscríbete|suscribirse|regala una suscripción)\b(?=.{0,40}$)/u
	],
	opinions: [/qué te ha parecido (?:esta|este)/u],
	polls: [/(?:la )?(?:encuesta|pregunta)(?: (?:del día|de la semana))?/u],
	farewells: [
		/hasta (?:la próxima|la semana|mañana|el|pronto|luego)|esto es todo|(?:y )?(?:eso|esto) es todo|gracias por (?:leer|estar|tu)|no dudes en (?:compartir|reenviar)/u,
		/un (?:fuerte )?abrazo|un saludo|saludos|buen (?:fin de semana|domingo)|feliz (?:semana|domingo|fin)/u,
		/¿?(?:tienes|alguna|tenéis) (?:preguntas?|dudas?|ideas?|sugerencias?|comentarios?)/u
	],
	ahead: [/hoy|esta semana|en este número/u],
	greetings: [
		/hola|buenos días|buenas (?:tardes|noches)|bienvenid[oa]s?|(?:querid|estimad)[oa]s? \p{L}+(?=[,:])/u
	],
	ofItself: [/\b(?:edición|boletín semanal)\b|\b(?:el boletín|la newsletter) (?:que|para)\b/u],
	announcing: [/en esta/u],
	beside: [/gracias a|ver también/u],

	sponsors: [
		/(?:publicidad|anuncio)\s*(?:[:|–—-]|$)|patrocinad[oa](?: por)?|patrocinador(?:es)?|contenido patrocinado/u,
		/en colaboración con|con (?:el (?:apoyo|patrocinio)|la colaboración) de/u,
		/(?:un mensaje de )?nuestr[oa]s? (?:patrocinador|anunciante)(?:a|es|s)?(?: de la semana)?|(?:presentado|ofrecido|promocionado) por|publirreportaje/u,
		/(?:contenido|artículo|espacio) (?:de marca|promocionado|publicitario|patrocinado)|est[ae] (?:sección|bloque|espacio) .{0,20}patrocinad[oa]/u
	],
	sponsorsAlone: [/patrocinad[oa]/u],
	sponsorsOfIssue: [
		/(?:esta edición|este boletín|esta newsletter|este número) .{0,20}(?:patrocinad|ofrecid)[oa]/u
	],
	sponsorTags: [/publicidad|patrocinad[oa]/u],
	paidBy: [/por/u],
	trade: [/publicidad|anuncios?/u],

	deeds: [
		/(?:\d{1,6} )?(?:comentar|me gusta|comentarios?)|leer (?:en )?(?:la )?app|copiar enlace/u
	],
	share: [/compartir(?: (?:esto|este|esta))?(?: (?:en|por|con))?/u],

	by: [/por/u],
	reading: [/de lectura/u],
	credits: [/(?:foto|imagen|fuente)(?: (?:de|by)){0,2}/u],
	at: [/a las|de|desde/u],
	oclock: [/horas/u],
	until: [/a/u]
};
