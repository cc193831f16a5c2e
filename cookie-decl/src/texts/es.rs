//! The built-in texts in Spanish.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "es",
    name: "Español",
    title: "Política de cookies",
    columns: Columns {
        cookie: "Cookie",
        provider: "Proveedor",
        function: "Función",
        purpose: "Finalidad",
        duration: "Duración",
        attributes: "Atributos",
        set_by: "Instalada por",
        party: "Propia o de terceros",
        storage: "Tipo",
        basis: "Base jurídica",
        note: "Nota",
    },
    about: About {
        heading: "¿Qué es una cookie?",
        cookies: "Una cookie es un texto breve con un nombre. Un sitio web pide al navegador que \
                  la guarde. El navegador la envía de vuelta al sitio cada vez que usted abre una \
                  página en él, hasta que la cookie caduca o se elimina.",
        uses: "Los sitios web dan muchos usos a las cookies: mantener su sesión iniciada, \
               recordar lo que hay en su cesta o reconocerle cuando vuelve, con fines \
               estadísticos o publicitarios.",
        storage: "Los sitios web también pueden guardar datos en otros lugares del navegador, por \
                  ejemplo en su almacenamiento local, o conocer su visita por medio de una imagen \
                  que carga el navegador. Cuando esta página habla de «cookies», se refiere \
                  también a estos medios.",
        kinds: "Las cookies se distinguen por su finalidad y por quién las almacena:",
        kind: [
            [
                "Las cookies necesarias",
                " guardan lo que un sitio necesita para funcionar entre una página o visita y la \
                 siguiente: por ejemplo, si ha iniciado sesión, qué hay en su cesta y qué idioma \
                 ha elegido. La ley suele permitir que un sitio las almacene sin preguntarle.",
            ],
            [
                "Las cookies de análisis",
                " muestran cómo se utiliza un sitio. Por lo general requieren su consentimiento; \
                 algunos países admiten excepciones, por ejemplo para un simple recuento de \
                 visitas.",
            ],
            [
                "Las cookies propias",
                " pertenecen al dominio del sitio que está visitando. Algunas son necesarias. \
                 Otras recuerdan sus preferencias, cuentan las visitas o sirven para la \
                 publicidad.",
            ],
            [
                "Las cookies de terceros",
                " pertenecen al dominio de otra entidad, a menudo una empresa de publicidad, y se \
                 almacenan mientras usted visita un sitio. Con ellas, esa entidad puede saber qué \
                 páginas abre usted y reconocerle en otros sitios.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Cookies utilizadas en ", ""],
        heading: "Cookies utilizadas en este sitio",
        nothing: "Este sitio no ha indicado ninguna cookie.",
        hole: [
            "En un nombre, la parte entre corchetes angulares, como ",
            ", varía.",
        ],
        exempt: "Estas cookies no requieren su consentimiento.",
        opt_in: "Solo utilizamos estas cookies con su consentimiento.",
        opt_out: "Utilizamos estas cookies salvo que usted se oponga.",
        object: [
            "Puede oponerse en cualquier momento en la ",
            "configuración de cookies",
            ".",
        ],
        object_no_link: "Puede oponerse en cualquier momento poniéndose en contacto con nosotros.",
        gpc: "Si su navegador envía la señal Global Privacy Control, la tratamos como una \
              oposición.",
        signal: "Si su navegador envía la señal Global Privacy Control, la tratamos como una \
                 oposición, salvo que usted nos indique lo contrario.",
        advanced: [
            "Con nuestras páginas se cargan programas de ",
            ", sea cual sea su elección. Mientras esta categoría no esté permitida, se les \
             informa de ello y no deben almacenar nada en su dispositivo. Aun así, los \
             servidores conocen su dirección IP y la página que usted visita.",
        ],
        advanced_unnamed: "Con nuestras páginas se cargan programas de esta categoría, sea cual \
                           sea su elección. Mientras esta categoría no esté permitida, se les \
                           informa de ello y no deben almacenar nada en su dispositivo. Aun \
                           así, los servidores conocen su dirección IP y la página que usted \
                           visita.",
        empty: "Por el momento no utilizamos nada en esta categoría.",
        any_of: ["todas las cookies de ", ""],
        any: "todas las cookies de este tercero",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "ruta ",
        domain: "dominio ",
    },
    set_by: SetByTexts {
        server: "este sitio",
        script: "un script que se ejecuta en su navegador",
        other: "el software con el que funciona este sitio",
        third_party: "un tercero",
        third_party_domain: ["", " (tercero)"],
    },
    party: PartyTexts {
        first: "propia",
        third: "de terceros",
    },
    basis: BasisTexts {
        consent: "consentimiento",
        contract: "contrato",
        legal_obligation: "obligación legal",
        vital_interests: "intereses vitales",
        public_task: "misión de interés público",
        legitimate_interests: "intereses legítimos",
    },
    storage: StorageTexts {
        cookie: "cookie",
        local_storage: "almacenamiento local",
        session_storage: "almacenamiento de sesión",
        indexed_db: "base de datos del navegador (IndexedDB)",
        pixel: "píxel de seguimiento",
    },
    duration: DurationTexts {
        second: Forms::Romance {
            one: "{n} segundo",
            other: "{n} segundos",
        },
        minute: Forms::Romance {
            one: "{n} minuto",
            other: "{n} minutos",
        },
        hour: Forms::Romance {
            one: "{n} hora",
            other: "{n} horas",
        },
        day: Forms::Romance {
            one: "{n} día",
            other: "{n} días",
        },
        week: Forms::Romance {
            one: "{n} semana",
            other: "{n} semanas",
        },
        month: Forms::Romance {
            one: "{n} mes",
            other: "{n} meses",
        },
        year: Forms::Romance {
            one: "{n} año",
            other: "{n} años",
        },
        less_than_a_second: "menos de un segundo",
        rolling: ["", " después de su última visita"],
        session: "sesión del navegador",
        tab: "sesión de la pestaña",
        persistent: "hasta que lo elimine",
        unknown: "no indicada por el proveedor",
        nothing: "no se guarda nada en su dispositivo",
        or: ", o bien ",
        kept: ["; los navegadores la conservan como máximo ", ""],
    },
    choice: Choice {
        heading: "Su elección",
        link: [
            "Puede cambiar su elección en cualquier momento en la ",
            "configuración de cookies",
            ".",
        ],
        elsewhere: ["Puede elegir y cambiar su elección con ", " en este sitio."],
        no_link: "Puede cambiar su elección en cualquier momento en el mismo lugar donde la hizo.",
        object_no_link: "Utilizamos algunas cookies salvo que usted se oponga. Puede oponerse en \
                         cualquier momento poniéndose en contacto con nosotros.",
        browser: "También puede eliminar o bloquear las cookies en los ajustes de su navegador. Si \
                  bloquea las que el sitio necesita, es posible que algunas partes del sitio dejen \
                  de funcionar.",
    },
    ask: Ask {
        heading: "Las cookies de este sitio",
        question: [
            "Guardamos lo que este sitio necesita para funcionar. Le pedimos su \
             consentimiento para guardar y leer datos con estos fines: ",
            ". Puede cambiar de opinión en cualquier momento.",
        ],
        unobjected: [
            "Salvo que usted se oponga, también guardamos y leemos datos con estos fines: ",
            ".",
        ],
        separator: ", ",
        policy: "Leer nuestra política de cookies",
        accept: "Aceptar todo",
        refuse: "Rechazar todo",
        choose: "Configurar",
        save: "Guardar mi elección",
        settings: "Configuración de cookies",
        explanation: "Elija qué podemos utilizar. Puede volver y cambiar su elección en cualquier \
                      momento.",
        allow: "Permitir: ",
        stored: "Qué se guarda, quién lo guarda y durante cuánto tiempo",
        present: "Configuración actual",
        decided: ["Hizo esta elección el ", "."],
        identifier: [
            "La cookie ",
            " contiene un identificador aleatorio. Vincula sus elecciones entre sí, para que podamos mostrárselas o eliminarlas.",
        ],
        saved: "Su elección se ha guardado.",
        failed: "No se ha podido guardar su elección. Inténtelo de nuevo.",
        changed: [
            "Desde su última elección, algo ha cambiado o es nuevo: ",
            ".",
        ],
        expired: "Su última elección ha caducado, por lo que volvemos a preguntarle.",
        back: "Volver a la página",
        needs: ["Este contenido requiere su consentimiento para: ", "."],
        recipients: ["Al cargarlo, su navegador envía datos a: ", "."],
        once: "Cargar solo esta vez: ",
        always: "Permitir siempre: ",
        stale: "Esta parte de la página aún no refleja su elección.",
        reload: "Recargar la página",
        states: States {
            always: "Siempre en uso: no requieren su consentimiento.",
            agreed: "En uso: usted ha dado su consentimiento.",
            refused: "No se utilizan: usted las ha rechazado.",
            undecided: "No se utilizan: usted aún no ha elegido.",
            unobjected: "En uso: usted no se ha opuesto.",
            signal: "No se utilizan: su navegador envía la señal Global Privacy Control.",
            refused_advanced: "No están permitidas: usted las ha rechazado.",
            undecided_advanced: "No están permitidas: usted aún no ha elegido.",
            signal_advanced: "No están permitidas: su navegador envía la señal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Proveedores",
        introduction: "Las cookies que figuran en esta página proceden de:",
        separator: "; ",
        third_party: "tercero que puede leer los datos guardados",
        country: "país: ",
        domain: "dominio: ",
        privacy: "política de privacidad: ",
        opt_out: "página de oposición: ",
        contact: "contacto: ",
        address: "dirección postal: ",
        transfer: "transferencia de datos: ",
    },
    controller: Controller {
        heading: "Responsable del tratamiento",
        officer: "delegado de protección de datos: ",
        authority: "autoridad de control: ",
    },
    refusals: Refusals {
        unsaved: "No se ha guardado su elección",
        foreign: "Solo aceptamos elecciones hechas en una página de este sitio, y su navegador no \
                  ha indicado que la suya proceda de una de ellas. La causa puede ser una \
                  extensión o un ajuste de privacidad del navegador. Abra la configuración de \
                  cookies y elija de nuevo.",
        unreadable: "El formulario no nos ha llegado correctamente. Abra la configuración de cookies \
                     y elija de nuevo.",
        internal: "No hemos podido guardar su elección por un fallo nuestro. Inténtelo de nuevo más \
                   tarde.",
        missing: "Página no encontrada",
        nowhere: "No hay ninguna página en esta dirección.",
    },
    version: "Versión: ",
    last_updated: "Última actualización: ",
    date: DateTexts {
        pattern: "{day} de {month} de {year}",
        first: "1",
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    },
    between_sentences: " ",
    wording: &[],
};
