// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "webdriver.h"

#include "http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace tests::clients {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15000; // ms until an element must be there
const auto elementKey = u"element-6066-11e4-a52e-4f735466cecf"_s; // fixed by the protocol

QString driverProgram()
{
    return QStandardPaths::findExecutable(u"chromedriver"_s);
}

} // namespace

bool WebDriver::isInstalled()
{
    return !driverProgram().isEmpty();
}

WebDriver::WebDriver()
{
    startDriver();
    if (!m_address.isEmpty())
        startSession();
}

WebDriver::~WebDriver()
{
    if (isReady())
        command("DELETE", {});
    m_driver.terminate();
    if (!m_driver.waitForFinished(5000))
        m_driver.kill();
    m_driver.waitForFinished();
}

void WebDriver::startDriver()
{
    m_driver.start(driverProgram(), {u"--port=0"_s});
    QByteArray words;
    static const QRegularExpression started(u"on port (\\d+)\\."_s);
    for (int tries = 0; tries < 100 && m_driver.waitForReadyRead(30000); ++tries) {
        words += m_driver.readAllStandardOutput();
        const auto match = started.match(QString::fromUtf8(words));
        if (match.hasMatch()) {
            m_address = QUrl(u"http://127.0.0.1:%1"_s.arg(match.captured(1)));
            return;
        }
    }
}

void WebDriver::startSession()
{
    const QJsonArray arguments{u"--headless=new"_s,
                               u"--no-sandbox"_s,
                               u"--disable-gpu"_s,
                               u"--disable-dev-shm-usage"_s,
                               u"--no-first-run"_s,
                               u"--disable-background-networking"_s,
                               u"--disable-component-update"_s,
                               u"--disable-sync"_s,
                               u"--window-size=1280,2200"_s,
                               u"--force-prefers-reduced-motion"_s,
                               u"--user-data-dir="_s + m_profile.path()};
    const QJsonObject options{{u"goog:chromeOptions"_s, QJsonObject{{u"args"_s, arguments}}}};
    const QJsonObject body{{u"capabilities"_s, QJsonObject{{u"alwaysMatch"_s, options}}}};
    const auto answer = ask("POST", m_address.resolved(QUrl(u"/session"_s)), QJsonDocument(body).toJson());
    const auto value = json(answer.body)[u"value"_s];
    m_session = value[u"sessionId"_s].toString();
    m_complaint = value[u"message"_s].toString();
}

QJsonValue WebDriver::command(const QByteArray &method, const QString &path, const QJsonValue &body)
{
    const QUrl url(m_address.toString() + u"/session/"_s + m_session + path);
    const auto object = body.toObject();
    const auto answer = ask(method, url, method == "POST" ? QJsonDocument(object).toJson() : QByteArray());
    return answer.status == 200 ? json(answer.body)[u"value"_s] : QJsonValue(QJsonValue::Undefined);
}

void WebDriver::open(const QUrl &url)
{
    command("POST", u"/url"_s, QJsonObject{{u"url"_s, url.toString()}});
}

QString WebDriver::find(const QString &selector)
{
    QString element;
    const QJsonObject query{{u"using"_s, u"css selector"_s}, {u"value"_s, selector}};
    const bool found = QTest::qWaitFor(
        [&] {
            element = command("POST", u"/element"_s, query)[elementKey].toString();
            return !element.isEmpty();
        },
        patience);
    return found ? element : QString();
}

bool WebDriver::click(const QString &selector)
{
    // A page that redraws itself may replace the element between finding and clicking it: then look again.
    return QTest::qWaitFor(
        [&] {
            const auto path = u"/element/%1/click"_s.arg(find(selector));
            return command("POST", path, QJsonObject{}).isNull();
        },
        patience);
}

bool WebDriver::type(const QString &selector, const QString &text)
{
    return QTest::qWaitFor(
        [&] {
            const auto element = u"/element/"_s + find(selector);
            return command("POST", element + u"/clear"_s, QJsonObject{}).isNull()
                && command("POST", element + u"/value"_s, QJsonObject{{u"text"_s, text}}).isNull();
        },
        patience);
}

bool WebDriver::awaitText(const QString &selector, const QString &part)
{
    const auto script
        = u"return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility() && "
          "e.innerText.toLowerCase().includes(arguments[1].toLowerCase()))"_s;
    const QJsonObject call{{u"script"_s, script}, {u"args"_s, QJsonArray{selector, part}}};
    return QTest::qWaitFor([&] { return command("POST", u"/execute/sync"_s, call).toBool(); }, patience);
}

QString WebDriver::text(const QString &selector)
{
    return command("GET", u"/element/%1/text"_s.arg(find(selector))).toString();
}

QJsonValue WebDriver::evaluate(const QString &script)
{
    return command("POST", u"/execute/sync"_s, QJsonObject{{u"script"_s, script}, {u"args"_s, QJsonArray{}}});
}

QByteArray WebDriver::screenshot()
{
    return QByteArray::fromBase64(command("GET", u"/screenshot"_s).toString().toUtf8());
}

} // namespace tests::clients
