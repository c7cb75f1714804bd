// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/safeguard.h>

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::operation;

class TestSafeguard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areAllOnUnlessSomebodyWantsItOtherwise()
    {
        Safeguards safeguards;
        for (const auto &each : safeguardTable())
            QVERIFY(safeguards.isOn(each.safeguard));
        QCOMPARE(words(safeguards), u"all safeguards on"_s);
        safeguards.set(Safeguard::Inbox, false);
        safeguards.set(Safeguard::SagaLog, false);
        QCOMPARE(safeguards.off(), (std::vector{Safeguard::Inbox, Safeguard::SagaLog}));
        QCOMPARE(words(safeguards), u"without inbox and saga-log"_s);
        QCOMPARE(Safeguards::ofBits(safeguards.bits()), safeguards);
        safeguards.set(Safeguard::Inbox, true);
        safeguards.set(Safeguard::SagaLog, true);
        QCOMPARE(safeguards, Safeguards());
    }

    void haveWordsOfTheirOwn()
    {
        QSet<QString> all;
        for (const auto &each : safeguardTable()) {
            QCOMPARE(safeguardOfWord(QString::fromLatin1(each.word)), each.safeguard);
            QCOMPARE(description(each.safeguard).word, each.word);
            for (const auto *text : {each.word, each.title, each.does, each.without, each.damage})
                all.insert(QString::fromLatin1(text));
        }
        QCOMPARE(all.size(), static_cast<int>(safeguardTable().size()) * 5);
        QVERIFY(!safeguardOfWord(u"belt"));
    }
};

QTEST_GUILESS_MAIN(TestSafeguard)
#include "tst_safeguard.moc"
