// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/generation/randomsystem.h>
#include <model/system/systemreader.h>
#include <model/system/systemwriter.h>

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace model::generation;
using namespace model::system;

// Systems drawn by lot: each valid, all different, and the same on every machine.
class TestRandomSystem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readerAcceptsEach();
    void keepsToTheWantedSize();
    void asksEachCapabilitySomehow();
    void hasAllThatTheFormatKnows();
    void isTheSameOnEveryMachine();
};

void TestRandomSystem::readerAcceptsEach()
{
    QSet<QByteArray> texts;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto text = toJson(randomSystem(seed));
        const auto read = SystemReader::readText(text, u"random.json"_s);
        QVERIFY2(read,
                 read ? ""
                      : qPrintable(u"seed %1: %2 %3"_s.arg(seed).arg(read.error().front().subject,
                                                                     read.error().front().message)));
        if (seed % 10 == 0)
            QCOMPARE(toJson(*read), text);
        texts.insert(text);
    }
    QCOMPARE(texts.size(), 200);
}

void TestRandomSystem::keepsToTheWantedSize()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto count = randomSystem(seed).capabilities.size();
        QVERIFY2(count >= 5 && count <= 40, qPrintable(QString::number(count)));
    }
    QCOMPARE(randomSystem(7, {fewestCapabilities, fewestCapabilities}).capabilities.size(),
             std::size_t(fewestCapabilities));
    QCOMPARE(randomSystem(7, {mostCapabilities, mostCapabilities}).capabilities.size(),
             std::size_t(mostCapabilities));
}

void TestRandomSystem::asksEachCapabilitySomehow()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const auto system = randomSystem(seed);
        QSet<CapabilityId> called{system.entry};
        for (const auto &capability : system.capabilities) {
            for (const auto &endpoint : capability.endpoints) {
                for (const auto &call : endpoint.calls)
                    called.insert(call.to.capability);
            }
        }
        QCOMPARE(called.size(), qsizetype(system.capabilities.size()));
    }
}

void TestRandomSystem::hasAllThatTheFormatKnows()
{
    int optional = 0;
    int required = 0;
    int topics = 0;
    int waiting = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const auto system = randomSystem(seed);
        topics += static_cast<int>(system.topics.size());
        for (const auto &journey : system.journeys)
            waiting += std::ranges::any_of(journey.steps, [](const Step &step) { return bool(step.until); });
        for (const auto &capability : system.capabilities) {
            for (const auto &endpoint : capability.endpoints) {
                for (const auto &call : endpoint.calls)
                    ++(call.necessity == Necessity::Optional ? optional : required);
            }
        }
    }
    QVERIFY2(optional > 200 && required > 300 && topics > 50 && waiting > 20,
             qPrintable(u"%1 %2 %3 %4"_s.arg(optional).arg(required).arg(topics).arg(waiting)));
}

// The digest was made once: it changes only together with the generator, on purpose.
void TestRandomSystem::isTheSameOnEveryMachine()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        hash.addData(toJson(randomSystem(seed)));
    QCOMPARE(hash.result().toHex().left(16), QByteArray("0575f8d8c6518101"));
}

QTEST_GUILESS_MAIN(TestRandomSystem)
#include "tst_randomsystem.moc"
