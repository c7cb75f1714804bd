// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <tests/model/schema/outputs.h>

using namespace Qt::StringLiterals;
using namespace tests::lab;

// `serve`: fleets until told to stop, and how they are steered.
class TestServe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tellsWhereTheFleetsAre();
    void servesTheStorefronts();
    void crashesAndRestartsAUnit();
    void crashesOneInstance();
    void scalesAUnit();
    void autoscalesAUnit();
    void injectsAndLiftsFaults();
    void letsShoppersIn();
    void setsPolicies();
    void switchesSafeguards();
    void auditsItsBooks();
    void refusesStrangers();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void stopsOnSigterm();

private:
    Heard control(const QByteArray &method, const QString &path, const QByteArray &body = {}) const
    {
        return ask(method, QUrl(m_url + path), m_token, body);
    }
    QStringList states(const QString &fleet, const QString &unit) const;

    std::unique_ptr<QProcess> m_process;
    QJsonObject m_ready;
    QString m_url;
    QByteArray m_token;
};

void TestServe::initTestCase()
{
    m_process = start({u"serve"_s});
    m_ready = QJsonDocument::fromJson(readLine(*m_process)).object();
    QVERIFY2(!m_ready.isEmpty(), m_process->readAllStandardError().constData());
    m_url = m_ready[u"control"].toObject()[u"url"].toString();
    m_token = m_ready[u"control"].toObject()[u"token"].toString().toUtf8();
    QVERIFY(m_token.size() >= 32);
}

QStringList TestServe::states(const QString &fleet, const QString &unit) const
{
    QStringList found;
    const auto status = control("GET", u"/status"_s).body[u"fleets"].toObject()[fleet].toObject();
    for (const auto &instance : status[u"instances"].toArray()) {
        if (instance.toObject()[u"unit"] == unit)
            found.append(instance.toObject()[u"state"].toString());
    }
    return found;
}

void TestServe::tellsWhereTheFleetsAre()
{
    const auto fleets = m_ready[u"fleets"].toObject();
    QCOMPARE(fleets.keys(), (QStringList{u"microservices"_s, u"monolith"_s}));
    QCOMPARE(fleets[u"monolith"].toObject()[u"instances"].toArray().size(), 1);
    const auto services = fleets[u"microservices"].toObject()[u"instances"].toArray();
    QCOMPARE(services.size(), 11);
    QSet<QString> urls;
    for (const auto &each : services) {
        const auto instance = each.toObject();
        QCOMPARE(instance[u"state"].toString(), u"healthy"_s);
        QCOMPARE(instance[u"instance"].toString(), instance[u"unit"].toString() + u"-1"_s);
        urls.insert(instance[u"url"].toString());
    }
    QCOMPARE(urls.size(), 11);
}

void TestServe::servesTheStorefronts()
{
    for (const auto &fleet : {u"monolith"_s, u"microservices"_s}) {
        const QUrl door(m_ready[u"fleets"].toObject()[fleet].toObject()[u"storefront"].toString()
                        + u"/api/products"_s);
        const auto heard = ask("GET", door, {});
        QCOMPARE(heard.status, 200);
        QVERIFY(heard.body[u"total"].toInt() >= 1000);
    }
}

void TestServe::crashesAndRestartsAUnit()
{
    QCOMPARE(control("POST", u"/fleets/microservices/units/search/crash"_s).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"search"_s), QStringList{u"crashed"_s}, 10'000);
    QCOMPARE(states(u"monolith"_s, u"shop"_s), QStringList{u"healthy"_s});
    QCOMPARE(control("POST", u"/fleets/microservices/units/search/restart"_s).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"search"_s), QStringList{u"healthy"_s}, 20'000);
}

void TestServe::crashesOneInstance()
{
    QCOMPARE(control("POST", u"/fleets/microservices/instances/search-1/crash"_s).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"search"_s), QStringList{u"crashed"_s}, 10'000);
    QCOMPARE(control("POST", u"/fleets/microservices/instances/search-1/restart"_s).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"search"_s), QStringList{u"healthy"_s}, 20'000);
}

void TestServe::scalesAUnit()
{
    QCOMPARE(control("POST", u"/fleets/microservices/units/catalogue/scale"_s, R"({"instances": 2})").status,
             200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"catalogue"_s),
                              QStringList({u"healthy"_s, u"healthy"_s}), 20'000);
    QCOMPARE(control("POST", u"/fleets/microservices/units/catalogue/scale"_s, R"({"instances": 1})").status,
             200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"catalogue"_s).count(u"healthy"_s), 1, 20'000);
}

void TestServe::autoscalesAUnit()
{
    const QString unit = u"/fleets/microservices/units/catalogue/"_s;
    const auto autoscaled = [this] {
        return control("GET", u"/status"_s).body[u"fleets"][u"microservices"][u"autoscaled"].toObject();
    };
    // Nobody shops, but fewer than two there shall not be.
    const QByteArray two = R"({"target": 0.5, "fewest": 2, "most": 3, "scaleDownAfterMs": 0})";
    QCOMPARE(control("POST", unit + u"autoscale"_s, two).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"catalogue"_s).count(u"healthy"_s), 2, 20'000);
    QCOMPARE(autoscaled().keys(), QStringList{u"catalogue"_s});
    QCOMPARE(autoscaled()[u"catalogue"][u"fewest"].toInt(), 2);
    QCOMPARE(control("POST", unit + u"autoscale"_s, R"({"scaleDownAfterMs": 0})").status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"catalogue"_s).count(u"healthy"_s), 1, 20'000);
    QCOMPARE(control("POST", unit + u"stop-autoscaling"_s).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(autoscaled().isEmpty(), 20'000);
}

void TestServe::injectsAndLiftsFaults()
{
    const auto faults = [this](const QString &fleet) {
        return control("GET", u"/status"_s).body[u"fleets"].toObject()[fleet].toObject()[u"faults"].toArray();
    };
    const QByteArray both = R"({"fault": "errors:catalogue,status=503"})";
    const QByteArray one = R"({"fault": "bad-configuration:search@microservices"})";
    QCOMPARE(control("POST", u"/faults"_s, both).status, 200);
    QCOMPARE(control("POST", u"/faults"_s, one).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(faults(u"microservices"_s).size(), 2, 10'000);
    QCOMPARE(faults(u"monolith"_s), QJsonArray{u"errors:catalogue,status=503"_s});
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"search"_s), QStringList{u"failed"_s}, 20'000);
    for (const auto &fleet : {u"monolith"_s, u"microservices"_s}) {
        const QUrl door(m_ready[u"fleets"].toObject()[fleet].toObject()[u"storefront"].toString()
                        + u"/api/products"_s);
        QCOMPARE(ask("GET", door, {}).status, 503);
    }

    QCOMPARE(control("POST", u"/faults/lift"_s, both).status, 200);
    const auto again = control("POST", u"/faults/lift"_s, both);
    QCOMPARE(again.status, 404);
    QVERIFY(again.body[u"detail"].toString().contains(u"not in force"));
    QCOMPARE(control("POST", u"/faults/lift"_s).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(u"microservices"_s, u"search"_s), QStringList{u"healthy"_s}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(faults(u"microservices"_s).size(), 0, 10'000);
    QCOMPARE(control("POST", u"/faults"_s, R"({"fault": "hang:nobody"})").status, 400);
    QCOMPARE(control("POST", u"/faults"_s, R"({"fault": "explode:catalogue"})").status, 400);
}

void TestServe::letsShoppersIn()
{
    const auto untried = control("GET", u"/status"_s).body[u"fleets"][u"monolith"][u"journeys"][u"browse"];
    QCOMPARE(untried[u"state"], QJsonValue(u"unknown"_s));
    QCOMPARE(untried[u"attempts"], QJsonValue(0));
    QCOMPARE(untried[u"successShare"], QJsonValue(QJsonValue::Null)); // nothing has been measured
    QCOMPARE(control("POST", u"/shoppers"_s, R"({"perSecond": 40})").status, 200);
    const auto browsing = [this] {
        const auto fleets = control("GET", u"/status"_s).body[u"fleets"].toObject();
        const auto journeys = fleets[u"microservices"].toObject()[u"journeys"].toObject();
        return journeys[u"browse"].toObject()[u"state"].toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(browsing(), u"working"_s, 30'000);
    QCOMPARE(control("POST", u"/shoppers"_s, R"({"perSecond": 0})").status, 200);
}

void TestServe::setsPolicies()
{
    const auto policies = [this](const QString &fleet) {
        return control("GET", u"/status"_s).body[u"fleets"][fleet][u"policies"].toString();
    };
    QCOMPARE(policies(u"monolith"_s), u"usual"_s);
    QCOMPARE(control("POST", u"/policies"_s, R"({"policies": "all"})").status, 200);
    QTRY_COMPARE(policies(u"monolith"_s), u"all"_s);
    QTRY_COMPARE(policies(u"microservices"_s), u"all"_s);
    QCOMPARE(control("POST", u"/fleets/microservices/policies"_s,
                     R"({"call": {"from": "orders", "to": "payments POST /charges"}, "policies": "none"})")
                 .status,
             200);
    QTRY_COMPARE(policies(u"microservices"_s), u"own"_s);
    QCOMPARE(policies(u"monolith"_s), u"all"_s);
    QCOMPARE(control("POST", u"/policies"_s, R"({"policies": "usual"})").status, 200);
    QTRY_COMPARE(policies(u"microservices"_s), u"usual"_s);
    const auto refused
        = control("POST", u"/policies"_s,
                  R"({"call": {"from": "order", "to": "payments POST /charges"}, "policies": "al"})");
    QCOMPARE(refused.status, 400);
    const auto detail = refused.body[u"detail"].toString();
    QVERIFY2(detail.contains(u"Did you mean \"orders\"?"_s) && detail.contains(u"/policies"_s),
             qPrintable(detail));
}

void TestServe::switchesSafeguards()
{
    const auto isOn = [this](const QString &fleet, const QString &word) {
        return control("GET", u"/status"_s).body[u"fleets"][fleet][u"safeguards"][word].toBool();
    };
    QVERIFY(isOn(u"monolith"_s, u"inbox"_s));
    QCOMPARE(control("POST", u"/safeguards"_s, R"({"safeguard": "inbox", "on": false})").status, 200);
    QTRY_VERIFY(!isOn(u"monolith"_s, u"inbox"_s));
    QTRY_VERIFY(!isOn(u"microservices"_s, u"inbox"_s));
    QVERIFY(isOn(u"microservices"_s, u"outbox"_s));
    QCOMPARE(
        control("POST", u"/fleets/monolith/safeguards"_s, R"({"safeguard": "inbox", "on": true})").status,
        200);
    QTRY_VERIFY(isOn(u"monolith"_s, u"inbox"_s));
    QVERIFY(!isOn(u"microservices"_s, u"inbox"_s));
    QCOMPARE(control("POST", u"/safeguards"_s, R"({"safeguard": "inbox", "on": true})").status, 200);
    QTRY_VERIFY(isOn(u"microservices"_s, u"inbox"_s));
}

void TestServe::auditsItsBooks()
{
    QTRY_COMPARE_WITH_TIMEOUT(
        control("GET", u"/status"_s).body[u"fleets"][u"microservices"][u"underWay"].toInt(), 0,
        30'000); // the shoppers of before
    const auto heard = control("GET", u"/audit"_s);
    QCOMPARE(heard.status, 200);
    QCOMPARE(tests::schema::outputFaults(u"audit"_s, heard.body), QStringList());
    QVERIFY2(heard.body[u"balances"].toBool(), QJsonDocument(heard.body).toJson().constData());
    QVERIFY(heard.body[u"sums"].toArray().size() > 8); // of both fleets
    const QStringList asked{u"audit"_s, u"--url"_s, m_url, u"--token"_s};
    const auto audited = lab(asked + QStringList{QString::fromLatin1(m_token), u"--json"_s});
    QVERIFY2(audited.exitCode == 0, qPrintable(audited.words));
    QVERIFY(QJsonDocument::fromJson(audited.data)[u"balances"].toBool());
    const auto refused = lab(asked + QStringList{u"guess"_s});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.words.contains(u"token"), qPrintable(refused.words));
}

void TestServe::refusesStrangers()
{
    const QUrl status(m_url + u"/status"_s);
    QCOMPARE(ask("GET", status, {}).status, 401);
    QCOMPARE(ask("GET", status, "guess").status, 401);
    QCOMPARE(ask("GET", status, m_token, {}, "evil.example:80").status, 421);
    QCOMPARE(ask("GET", status, m_token, {}, "localhost").status, 200);
}

void TestServe::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *method, QString path, const char *body, int status) {
        QTest::newRow(name) << QByteArray(method) << path << QByteArray(body) << status;
    };
    row("an unknown place", "GET", u"/nowhere"_s, "", 404);
    row("another method", "GET", u"/shoppers"_s, "", 405);
    row("an unknown fleet", "POST", u"/fleets/heap/units/cart/crash"_s, "", 404);
    row("an unknown unit", "POST", u"/fleets/monolith/units/cart/crash"_s, "", 404);
    row("an unknown instance", "POST", u"/fleets/monolith/instances/shop-7/restart"_s, "", 404);
    row("a scale without a number", "POST", u"/fleets/monolith/units/shop/scale"_s, "{}", 400);
    row("a scale of nothing", "POST", u"/fleets/monolith/units/shop/scale"_s, R"({"instances": 0})", 400);
    row("an autoscaler between nothing", "POST", u"/fleets/monolith/units/shop/autoscale"_s,
        R"({"fewest": 3, "most": 2})", 400);
    row("an autoscaler with an unknown setting", "POST", u"/fleets/monolith/units/shop/autoscale"_s,
        R"({"targets": 0.5})", 400);
    row("an autoscaler of nothing", "POST", u"/fleets/monolith/units/cart/autoscale"_s, "{}", 404);
    row("shoppers by a word", "POST", u"/shoppers"_s, R"({"perSecond": "many"})", 400);
    row("policies of an unknown fleet", "POST", u"/fleets/heap/policies"_s, R"({"policies": "all"})", 404);
    row("policies without a body", "POST", u"/policies"_s, "", 400);
    row("an unknown safeguard", "POST", u"/safeguards"_s, R"({"safeguard": "belt", "on": false})", 400);
    row("a safeguard neither on nor off", "POST", u"/safeguards"_s, R"({"safeguard": "inbox"})", 400);
    row("a safeguard of an unknown fleet", "POST", u"/fleets/heap/safeguards"_s,
        R"({"safeguard": "inbox", "on": false})", 404);
    row("negative shoppers", "POST", u"/shoppers"_s, R"({"perSecond": -1})", 400);
    row("a body that is no JSON", "POST", u"/shoppers"_s, "ten", 400);
}

void TestServe::refusesWhatMakesNoSense()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto heard = control(method, path, body);
    QCOMPARE(heard.status, status);
    QCOMPARE(heard.body[u"status"].toInt(), status); // a problem document
    QVERIFY(!heard.body[u"detail"].toString().isEmpty());
}

void TestServe::stopsOnSigterm()
{
    m_process->terminate();
    QVERIFY(m_process->waitForFinished(20'000));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
    QCOMPARE(m_process->readAllStandardOutput(), QByteArray()); // one line was all
}

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
