// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/faulttext.h>
#include <model/operation/gusts.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace model::operation;

namespace {

Storm shopStorm(std::chrono::milliseconds duration)
{
    Storm storm;
    storm.duration = duration;
    storm.most = {{u"orders"_s}, {u"payments"_s}};
    for (const auto &id : {u"cart"_s, u"orders"_s, u"payments"_s, u"inventory"_s, u"search"_s, u"shipping"_s})
        storm.capabilities.push_back({id});
    storm.links = {{{u"orders"_s}, {u"payments"_s}}, {{u"orders"_s}, {u"inventory"_s}}};
    return storm;
}

QStringList texts(const std::vector<Gust> &gusts)
{
    QStringList all;
    for (const auto &gust : gusts)
        all.append(u"%1 %2 %3"_s.arg(textOf(gust.fault)).arg(gust.lasts.count()).arg(gust.calm.count()));
    return all;
}

} // namespace

class TestGusts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areTheSameForTheSameSeed()
    {
        const auto storm = shopStorm(30s);
        QCOMPARE(texts(gustsOf(storm, 7)), texts(gustsOf(storm, 7)));
        QVERIFY(texts(gustsOf(storm, 7)) != texts(gustsOf(storm, 8)));
    }

    void takeAsLongAsTheStorm()
    {
        std::chrono::milliseconds total{0};
        const auto gusts = gustsOf(shopStorm(30s), 3);
        for (const auto &gust : gusts)
            total += gust.lasts + gust.calm;
        QVERIFY(total >= 30s && total < 34s);
    }

    void strikeEverythingAndMostOfAllWhatIsNamed()
    {
        QMap<QString, int> struck;
        QMap<FaultKind, int> kinds;
        const auto gusts = gustsOf(shopStorm(10min), 5);
        for (const auto &gust : gusts) {
            ++kinds[gust.fault.kind];
            if (gust.fault.kind == FaultKind::Crash)
                ++struck[gust.fault.target.capability.value];
        }
        for (const auto kind : {FaultKind::Crash, FaultKind::Freeze, FaultKind::Hang, FaultKind::CutOff,
                                FaultKind::CutReplies, FaultKind::ResetConnections, FaultKind::BrokerDown})
            QVERIFY(kinds.value(kind) > 0);
        QCOMPARE(struck.size(), 6);
        const int all = kinds.value(FaultKind::Crash);
        QVERIFY(all > static_cast<int>(gusts.size()) / 3);
        QVERIFY(struck[u"orders"_s] + struck[u"payments"_s] > all / 2);
    }

    void areReadableAsFaults()
    {
        for (const auto &gust : gustsOf(shopStorm(60s), 9)) {
            const auto read = readFault(textOf(gust.fault));
            QVERIFY(read.has_value());
            QCOMPARE(*read, gust.fault);
        }
    }
};

QTEST_GUILESS_MAIN(TestGusts)
#include "tst_gusts.moc"
