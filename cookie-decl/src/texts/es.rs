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
        paragraphs: &[
            "Una cookie es un texto breve con un nombre. Un sitio web pide a su navegador que la guarde; el \
             navegador se la vuelve a presentar al sitio con cada página que usted abre en él, hasta que caduca o \
             se elimina.",
            "Los sitios web dan a las cookies muchos usos: mantienen su sesión iniciada, recuerdan lo que hay en \
             su cesta o le reconocen de nuevo con fines estadísticos o publicitarios.",
        ],
        storage: "Los sitios web también pueden guardar datos en otros lugares de su navegador, por ejemplo en su \
                  almacenamiento local, o saber de su visita por una imagen que carga su navegador. Cuando esta \
                  página habla de «cookies», se refiere también a estos medios.",
        kinds: "Las cookies se distinguen por su finalidad y por quién las almacena:",
        kind: &[
            (
                "Las cookies necesarias",
                " contienen lo que un sitio necesita para funcionar de una página, o de una visita, a la \
                 siguiente: que su sesión está iniciada, qué hay en su cesta, en qué idioma lee. Por regla \
                 general, un sitio puede almacenarlas sin preguntarle.",
            ),
            (
                "Las cookies estadísticas",
                " muestran cómo se utiliza un sitio. Por regla general requieren su consentimiento; puede haber \
                 excepciones cuando las cifras no permiten identificar a una persona.",
            ),
            (
                "Las cookies propias",
                " las almacena el sitio que está visitando. Algunas son necesarias; otras sirven para recoger \
                 datos personales, seguir lo que hacen los visitantes o mostrar publicidad.",
            ),
            (
                "Las cookies de terceros",
                " las almacena otra entidad, a menudo una empresa de publicidad, o alguien por cuenta de ella, \
                 mientras usted visita un sitio. Pueden indicarle qué páginas abre allí y otros datos sobre usted.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Cookies utilizadas en ", ""],
        heading: "Cookies utilizadas en este sitio",
        nothing: "No se ha declarado ninguna cookie para este sitio.",
        hole: [
            "En un nombre, una parte entre corchetes angulares, como ",
            ", representa caracteres que varían.",
        ],
        exempt: "Las utilizamos sin pedirle su consentimiento.",
        opt_in: "Solo las utilizamos con su consentimiento.",
        opt_out: "Las utilizamos salvo que usted se oponga.",
        object: [
            "Puede oponerse en cualquier momento en la ",
            "configuración de cookies",
            ".",
        ],
        object_no_link: "Puede oponerse en cualquier momento comunicándonoslo.",
        gpc: "Si su navegador envía la señal Global Privacy Control, la tratamos como un rechazo.",
        empty: "Actualmente no utilizamos nada de esta categoría.",
        caption: ["En detalle: ", ""],
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
        other: "la tecnología en la que se basa este sitio",
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
        session: "hasta que cierre su navegador",
        tab: "hasta que cierre la pestaña",
        persistent: "hasta que se elimine manualmente",
        unknown: "no indicada por el proveedor",
        nothing: "no se guarda nada en su dispositivo",
        or: " o ",
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
        no_link: "Puede cambiar su elección en cualquier momento, en el mismo lugar donde la hizo.",
        object_no_link: "Lo que utilizamos salvo que usted se oponga, puede rechazarlo en cualquier momento \
                         comunicándonoslo.",
        browser: "También puede eliminar o bloquear las cookies en los ajustes de su navegador. Si bloquea las que \
                  el sitio necesita, es posible que algunas partes dejen de funcionar.",
    },
    ask: Ask {
        heading: "Las cookies de este sitio",
        question: [
            "Guardamos lo que este sitio necesita para funcionar. Con su consentimiento utilizaríamos además: ",
            ". Puede cambiar de opinión en cualquier momento.",
        ],
        unobjected: ["Salvo que usted se oponga, también usamos: ", "."],
        separator: ", ",
        policy: "Leer nuestra política de cookies",
        accept: "Aceptar todo",
        refuse: "Rechazar todo",
        choose: "Elegir",
        save: "Guardar mi elección",
        settings: "Configuración de cookies",
        explanation: "Elija qué se puede guardar en su dispositivo. Puede volver y cambiarlo en cualquier momento.",
        allow: "Permitir: ",
        present: "Su elección actual",
        decided: ["Hizo su elección el ", "."],
        saved: "Su elección se ha guardado.",
        failed: "No se ha podido guardar su elección. Inténtelo de nuevo.",
        changed: [
            "Desde su última elección, hemos cambiado lo que utilizamos para: ",
            ".",
        ],
        expired: "Su última elección es demasiado antigua para seguir siendo válida.",
        back: "Volver",
        states: States {
            always: "Siempre en uso: el sitio las necesita.",
            agreed: "En uso: usted ha dado su consentimiento.",
            refused: "No se utilizan: usted las ha rechazado.",
            undecided: "No se utilizan: usted aún no ha elegido.",
            unobjected: "En uso: usted no se ha opuesto.",
            signal: "No se utilizan: su navegador envía la señal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Proveedores",
        introduction: "Estos son los proveedores de las cookies de esta página:",
        separator: "; ",
        third_party: "tercero que puede leer lo que se guarda",
        country: "país: ",
        domain: "dominio: ",
        privacy: "política de privacidad: ",
        opt_out: "oposición: ",
        contact: "contacto: ",
        address: "dirección: ",
        transfer: "transferencia de datos: ",
    },
    controller: Controller {
        heading: "Responsable del tratamiento",
        officer: "delegado de protección de datos: ",
        authority: "autoridad de control: ",
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
};
