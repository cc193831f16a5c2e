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
        basis: "法律依据",
        note: "备注",
    },
    about: About {
        heading: "什么是 Cookie？",
        paragraphs: &[
            "Cookie 是一段带有名称的短文本。网站请您的浏览器存储它。此后您每打开该网站的一个\
             页面，浏览器都会将它发回网站，直到它过期或被删除。",
            "网站使用 Cookie 的方式多种多样：让您保持登录状态，记住您购物车中的内容，或者在您\
             再次访问时识别您，用于统计或广告。",
        ],
        storage: "网站还可以将数据存储在浏览器的其他位置，例如本地存储，或者通过您的浏览器加载的图\
                  像得知您的访问。本页所说的“Cookie”也包括这些方式。",
        kinds: "Cookie 按其用途和存储者分为以下几类：",
        kind: &[
            (
                "必要 Cookie",
                " 存储网站在不同页面之间和不同访问之间正常运行所需的信息：例如，您是否已登录、购\
                 物车中的内容以及您选择的语言。法律通常允许网站无需询问您即可存储这类 Cookie。",
            ),
            (
                "统计 Cookie",
                " 显示网站的使用情况。这类 Cookie 通常需要您的同意；一些国家/地区允许例外，例如简\
                 单的访问量统计。",
            ),
            (
                "第一方 Cookie",
                " 属于您正在访问的网站的域名。其中一些是必要的。另一些则记住您的偏好、统计访问量\
                 或用于广告。",
            ),
            (
                "第三方 Cookie",
                " 属于其他主体（通常是广告公司）的域名，在您访问网站时存储。它们可以让该主体得知\
                 您打开了哪些页面，并在其他网站上识别您。",
            ),
        ],
    },
    used: Used {
        heading_on: ["", " 使用的 Cookie"],
        heading: "本网站使用的 Cookie",
        nothing: "本网站未列出任何 Cookie。",
        hole: ["名称中尖括号内的部分（例如 ", "）会变化。"],
        exempt: "使用这些 Cookie 无需您的同意。",
        opt_in: "我们仅在您同意后使用这些 Cookie。",
        opt_out: "除非您反对，否则我们会使用这些 Cookie。",
        object: ["您可以随时在 ", "Cookie 设置", "中提出反对。"],
        object_no_link: "您可以随时联系我们提出反对。",
        gpc: "如果您的浏览器发送 Global Privacy Control 信号，我们将其视为反对。",
        signal: "如果您的浏览器发送 Global Privacy Control 信号，我们将其视为反对，除非您另行告知\
                 我们。",
        empty: "目前，我们在此类别中没有使用任何内容。",
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
        other: "运行本网站的软件",
        third_party: "第三方",
        third_party_domain: ["", "（第三方）"],
    },
    party: PartyTexts {
        first: "第一方",
        third: "第三方",
    },
    basis: BasisTexts {
        consent: "同意",
        contract: "履行合同",
        legal_obligation: "法律义务",
        vital_interests: "重大利益",
        public_task: "公共利益任务",
        legitimate_interests: "合法利益",
    },
    storage: StorageTexts {
        cookie: "Cookie",
        local_storage: "本地存储",
        session_storage: "会话存储",
        indexed_db: "浏览器数据库（IndexedDB）",
        pixel: "跟踪像素",
    },
    duration: DurationTexts {
        second: Forms::Same("{n}秒"),
        minute: Forms::Same("{n}分钟"),
        hour: Forms::Same("{n}小时"),
        day: Forms::Same("{n}天"),
        week: Forms::Same("{n}周"),
        month: Forms::Same("{n}个月"),
        year: Forms::Same("{n}年"),
        less_than_a_second: "不到一秒",
        rolling: ["您上次访问后", ""],
        session: "直到您关闭浏览器",
        tab: "直到您关闭标签页",
        persistent: "直到您将其删除",
        unknown: "提供方未说明",
        nothing: "不在您的设备上存储任何内容",
        or: "，或",
        kept: ["；浏览器最多保存", ""],
    },
    choice: Choice {
        heading: "您的选择",
        link: ["您可以随时在 ", "Cookie 设置", "中更改您的选择。"],
        elsewhere: ["您可以通过本网站上的 ", " 作出和更改您的选择。"],
        no_link: "您可以随时在作出选择的地方更改您的选择。",
        object_no_link: "除非您反对，否则我们会使用部分 Cookie。您可以随时联系我们提出反对。",
        browser: "您也可以在浏览器设置中删除或阻止 Cookie。如果您阻止网站所需的 Cookie，网站的某些部分可能无法正常\
                  使用。",
    },
    ask: Ask {
        heading: "本网站的 Cookie",
        question: [
            "我们会存储本网站运行所需的信息。我们希望征得您的同意，为以下目的存储和读取数据：",
            "。您可以随时改变决定。",
        ],
        unobjected: ["除非您反对，我们还会为以下目的存储和读取数据：", "。"],
        separator: "、",
        policy: "阅读我们的 Cookie 政策",
        accept: "全部接受",
        refuse: "全部拒绝",
        choose: "选择",
        save: "保存我的选择",
        settings: "Cookie 设置",
        explanation: "请选择我们可以使用的内容。您可以随时返回此处更改您的选择。",
        allow: "允许：",
        stored: "存储的内容、存储者和期限",
        present: "当前设置",
        decided: ["您于", "作出此选择。"],
        saved: "您的选择已保存。",
        failed: "无法保存您的选择。请重试。",
        changed: ["自您上次选择以来，以下类别有变化或为新增：", "。"],
        expired: "您上次的选择已过期，因此我们再次征求您的意见。",
        back: "返回原页面",
        states: States {
            always: "始终使用：无需同意。",
            agreed: "正在使用：您已同意。",
            refused: "未使用：您已拒绝。",
            undecided: "未使用：您尚未选择。",
            unobjected: "正在使用：您未提出反对。",
            signal: "未使用：您的浏览器发送了 Global Privacy Control 信号。",
        },
    },
    providers: Providers {
        heading: "提供方",
        introduction: "本页所列 Cookie 来自以下提供方：",
        separator: "；",
        third_party: "可以读取所存储数据的第三方",
        country: "国家/地区：",
        domain: "域名：",
        privacy: "隐私政策：",
        opt_out: "提出反对的页面：",
        contact: "联系方式：",
        address: "邮寄地址：",
        transfer: "数据跨境传输：",
    },
    controller: Controller {
        heading: "个人信息处理者",
        officer: "个人信息保护负责人：",
        authority: "监管机构：",
    },
    refusals: Refusals {
        unsaved: "您的选择未保存",
        foreign: "我们只接受来自本网站页面的选择，而您的浏览器未表明您的选择来自本网站页面。原因可\
                  能是浏览器扩展程序或隐私设置。请打开 Cookie 设置并重新选择。",
        unreadable: "我们未能正确收到表单。请打开 Cookie 设置并重新选择。",
        internal: "由于我们的故障，无法保存您的选择。请稍后重试。",
        missing: "找不到页面",
        nowhere: "此地址没有页面。",
    },
    version: "版本：",
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
