// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <tests/model/schema/outputs.h>

using namespace Qt::StringLiterals;
using namespace tests::lab;

namespace {

constexpr auto longEnough = std::chrono::seconds(110);

// The shop with four times the work for each request: so its limits are found with a quarter of the shoppers.
QByteArray laboriousShop()
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no shop");
    auto shop = QJsonDocument::fromJson(file.readAll()).object();
    auto capabilities = shop[u"capabilities"].toArray();
    for (qsizetype i = 0; i < capabilities.size(); ++i) {
        auto capability = capabilities[i].toObject();
        auto endpoints = capability[u"endpoints"].toArray();
        for (qsizetype j = 0; j < endpoints.size(); ++j) {
            auto endpoint = endpoints[j].toObject();
            endpoint[u"serviceTimeMs"] = 4 * endpoint[u"serviceTimeMs"].toDouble();
            endpoints[j] = endpoint;
        }
        capability[u"endpoints"] = endpoints;
        capabilities[i] = capability;
    }
    shop[u"capabilities"] = capabilities;
    return QJsonDocument(shop).toJson();
}

} // namespace

// `capacity`: a short sweep on a real fleet. How well it is predicted is a matter of the machine; that each
// point and limit was measured, and told in the agreed shape, and that errors end it with 1, is not.
class TestCapacityCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void measuresEachPointAndLimit();
    void tellsAboutTheHopsAlone();

private:
    QTemporaryDir m_folder;
    QString m_system;
    std::unique_ptr<QProcess> m_ofHops; // runs beside the other
};

void TestCapacityCommand::initTestCase()
{
    m_system = m_folder.filePath(u"shop.json"_s);
    QFile file(m_system);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(laboriousShop()) > 0 && file.flush());
    m_ofHops = start({u"capacity"_s, u"--system"_s, m_system, u"--only-hops"_s, u"--packaging"_s,
                      u"by-team"_s, u"--loads"_s, u"20"_s, u"--instances"_s, u"payments=2"_s, u"--seconds"_s,
                      u"1"_s, u"--rounds"_s, u"1"_s, u"--at-most"_s, u"0"_s});
}

void TestCapacityCommand::measuresEachPointAndLimit()
{
    const auto ended = lab({u"capacity"_s, u"--system"_s, m_system, u"--json"_s, u"--loads"_s, u"10,20"_s,
                            u"--seconds"_s, u"1"_s, u"--rounds"_s, u"1"_s, u"--at-most"_s, u"1000"_s},
                           longEnough);
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.words));
    const auto json = QJsonDocument::fromJson(ended.data).object();
    QCOMPARE(tests::schema::outputFaults(u"capacity"_s, json), QStringList());
    QCOMPARE(json[u"points"].toArray().size(), 4); // with one catalogue and with two
    for (const auto &each : json[u"points"].toArray()) {
        const auto point = each.toObject();
        QVERIFY(point[u"measuredMs"].toDouble() > 0);
        QVERIFY(point[u"predictedByHopsMs"].toDouble() > 0);
        QVERIFY(point[u"predictedMs"].toDouble() > 0);
        QVERIFY(point[u"measuredP95Ms"].toDouble() > point[u"measuredMs"].toDouble());
        QVERIFY(point[u"arrivedPerSecond"].toDouble() > 0);
        const auto error = point[u"predictedMs"].toDouble() / point[u"measuredMs"].toDouble() - 1;
        QVERIFY(qAbs(point[u"error"].toDouble() - error) < 0.001);
    }
    QCOMPARE(json[u"limits"].toArray().size(), 2);
    for (const auto &limit : json[u"limits"].toArray()) {
        QCOMPARE(limit.toObject()[u"bottleneck"].toString(), u"catalogue"_s);
        QVERIFY(limit.toObject()[u"measured"].toDouble() > 0);
        QVERIFY(limit.toObject()[u"measuredWorkMs"].toDouble() > 0);
    }
    const auto limits = json[u"limits"].toArray();
    QVERIFY(limits[1].toObject()[u"predicted"].toDouble()
            > 1.9 * limits[0].toObject()[u"predicted"].toDouble());
    QCOMPARE(json[u"limit"].toObject(), limits[0].toObject());
    QVERIFY(json[u"costs"][u"networkHopMs"].toDouble() > json[u"costs"][u"localHopMs"].toDouble());
    QVERIFY(json[u"costs"][u"journeysMs"][u"browse"].toDouble() > 0);
    QVERIFY(json[u"worstError"].toDouble() >= json[u"medianError"].toDouble());
}

void TestCapacityCommand::tellsAboutTheHopsAlone()
{
    const auto ended = tests::lab::ended(*m_ofHops, longEnough);
    QVERIFY2(ended.exitCode == 1, qPrintable(ended.words)); // no prediction is without any error
    QVERIFY2(ended.words.contains(u"larger than 0 %"_s), qPrintable(ended.words));
    QVERIFY2(ended.data.contains("payments=2"), ended.data.constData());
    QVERIFY2(ended.data.contains("predicted limit"), ended.data.constData());
}

QTEST_GUILESS_MAIN(TestCapacityCommand)
#include "tst_capacity.moc"
