//! The built-in texts in Chinese, in simplified characters.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "zh",
    name: "简体中文",
    title: "Cookie 政策",
    columns: Columns {
        cookie: "Cookie",
        provider: "提供方",
        function: "功能",
        purpose: "目的",
        duration: "保存期限",
        attributes: "属性",
        set_by: "设置方",
        party: "第一方或第三方",
        storage: "类型",
        note: "备注",
    },
    about: About {
        heading: "什么是 Cookie？",
        paragraphs: &[
            "Cookie 是一段带有名称的短文本。网站请您的浏览器保存它；此后您每打开该网站的一个页面，浏览器都会再次向\
             网站出示它，直到它过期或被删除。",
            "网站使用 Cookie 的方式多种多样：让您保持登录状态，记住您购物车中的内容，或者为统计或广告目的再次识别\
             您。",
        ],
        storage: "网站还可以将数据保存在浏览器的其他位置，例如本地存储，或者通过您的浏览器加载的图像得知您的访问。\
                  本页所说的“Cookie”也包括这些方式。",
        kinds: "Cookie 按其用途和存储者分为以下几类：",
        kind: &[
            (
                "必要 Cookie",
                " 保存网站在不同页面之间或不同访问之间正常运行所需的信息：您已登录、购物车中的内容、您使用的语言。\
                 一般来说，网站无需询问您即可存储这类 Cookie。",
            ),
            (
                "统计 Cookie",
                " 显示网站的使用情况。一般来说，这类 Cookie 需要您的同意；如果无法通过数据追溯到个人，则可能有例外。",
            ),
            (
                "第一方 Cookie",
                " 由您正在访问的网站存储。其中一些是必要的；另一些则用于收集个人数据、跟踪访问者的行为或投放广告。",
            ),
            (
                "第三方 Cookie",
                " 在您访问网站时由他人（通常是广告公司）存储，或为其存储。它们可以让该公司得知您在网站上打开了哪些\
                 页面，以及有关您的其他信息。",
            ),
        ],
    },
    used: Used {
        heading_on: ["", " 使用的 Cookie"],
        heading: "本网站使用的 Cookie",
        nothing: "本网站未声明任何 Cookie。",
        hole: ["名称中尖括号内的部分（例如 ", "）代表可变的字符。"],
        exempt: "我们使用这些 Cookie 时不征求您的同意。",
        opt_in: "我们仅在您同意后使用这些 Cookie。",
        opt_out: "除非您反对，否则我们会使用这些 Cookie。",
        object: ["您可以随时在 ", "Cookie 设置", "中提出反对。"],
        object_no_link: "您可以随时通知我们提出反对。",
        gpc: "如果您的浏览器发送 Global Privacy Control 信号，我们将其视为拒绝。",
        empty: "目前，我们没有使用此类别中的任何内容。",
        caption: ["详情：", ""],
        any_of: ["", " 的所有 Cookie"],
        any: "该第三方的所有 Cookie",
    },
    scope: Scope {
        around: ["（", "）"],
        separator: "，",
        path: "路径 ",
        domain: "域名 ",
    },
    set_by: SetByTexts {
        server: "本网站",
        script: "在您的浏览器中运行的脚本",
        other: "本网站所采用的技术",
        third_party: "第三方",
        third_party_domain: ["", "（第三方）"],
    },
    party: PartyTexts {
        first: "第一方",
        third: "第三方",
    },
    storage: StorageTexts {
        cookie: "Cookie",
        local_storage: "本地存储",
        session_storage: "会话存储",
        indexed_db: "浏览器数据库（IndexedDB）",
        pixel: "跟踪像素",
    },
    duration: DurationTexts {
        second: Forms::Same("{n}秒钟"),
        minute: Forms::Same("{n}分钟"),
        hour: Forms::Same("{n}小时"),
        day: Forms::Same("{n}天"),
        week: Forms::Same("{n}周"),
        month: Forms::Same("{n}个月"),
        year: Forms::Same("{n}年"),
        less_than_a_second: "不到一秒钟",
        rolling: ["您上次访问后", ""],
        session: "直到您关闭浏览器",
        tab: "直到您关闭标签页",
        persistent: "直到您将其删除",
        unknown: "提供方未说明",
        nothing: "不在您的设备上保存任何内容",
        or: "或",
        kept: ["；浏览器最多保存", ""],
    },
    choice: Choice {
        heading: "您的选择",
        link: ["您可以随时在 ", "Cookie 设置", "中更改您的选择。"],
        no_link: "您可以随时在作出选择的地方更改您的选择。",
        object_no_link: "对于我们在您未反对时使用的内容，您可以随时通知我们予以拒绝。",
        browser: "您也可以在浏览器设置中删除或阻止 Cookie。如果您阻止网站所需的 Cookie，网站的某些部分可能无法正常\
                  使用。",
    },
    ask: Ask {
        heading: "本网站的 Cookie",
        question: [
            "我们会存储本网站运行所需的信息。如果您同意，我们还会使用：",
            "。您可以随时改变决定。",
        ],
        unobjected: ["除非您反对，我们还会使用：", "。"],
        separator: "、",
        policy: "阅读我们的 Cookie 政策",
        accept: "全部接受",
        refuse: "全部拒绝",
        choose: "选择",
        save: "保存我的选择",
        settings: "Cookie 设置",
        explanation: "请选择可以在您的设备上存储的内容。您可以随时返回此处更改。",
        allow: "允许：",
        present: "您当前的选择",
        decided: ["您于", "作出选择。"],
        saved: "您的选择已保存。",
        failed: "无法保存您的选择。请重试。",
        changed: ["自您上次选择以来，我们更改了以下类别所使用的内容：", "。"],
        expired: "您上次的选择已过去太久，不再有效。",
        back: "返回",
        states: States {
            always: "始终使用：网站需要这些内容。",
            agreed: "正在使用：您已同意。",
            refused: "未使用：您已拒绝。",
            undecided: "未使用：您尚未选择。",
            unobjected: "正在使用：您未提出反对。",
            signal: "未使用：您的浏览器发送了 Global Privacy Control 信号。",
        },
    },
    providers: Providers {
        heading: "提供方",
        introduction: "本页所列 Cookie 由以下提供方提供：",
        separator: "；",
        third_party: "可以读取所存储内容的第三方",
        country: "国家：",
        domain: "域名：",
        privacy: "隐私政策：",
    },
    last_updated: "最后更新：",
    date: DateTexts {
        pattern: "{year}年{month}{day}日",
        first: "1",
        months: [
            "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
        ],
    },
    between_sentences: "",
};
