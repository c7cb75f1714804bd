// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/journeys/losscard.h>

#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using app::journeys::LossCard;

// What the card says of a moment that is looked back at.
class TestLossCardMoment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasPredictedIsNotMadeUp()
    {
        LossCard card({u"Monolith"_s, u"Microservices"_s}, 10);
        LossCard::Loss loss;
        loss.predicted = 7;
        loss.measured = 3;
        loss.isBroken = true;
        loss.story = u"Payments hangs."_s;
        card.show({loss, loss});
        card.QWidget::show();
        QCOMPARE(count(card, u"7 of 10"_s), 2);
        QVERIFY(card.findChild<QLabel *>(u"verdict"_s)->isVisible());
        loss.isPast = true;
        card.show({loss, loss});
        QCOMPARE(count(card, u"7 of 10"_s), 0);
        QCOMPARE(count(card, u"–"_s), 2);
        QCOMPARE(count(card, u"3 of 10"_s), 2); // measured then
        QCOMPARE(count(card, u"Something was broken"_s), 1);
        QVERIFY(!card.findChild<QLabel *>(u"verdict"_s)->isVisible());
        loss.isPast = false;
        card.show({loss, loss});
        QCOMPARE(count(card, u"7 of 10"_s), 2);
        card.predict({1, 4, u"If Payments hangs"_s, u"✕ Down: Check out"_s});
        QCOMPARE(count(card, u"4 of 10"_s), 1);
        QCOMPARE(count(card, u"7 of 10"_s), 1);
    }

private:
    static qsizetype count(const LossCard &card, const QString &words)
    {
        const auto labels = card.findChildren<QLabel *>();
        return std::ranges::count(labels, words, &QLabel::text);
    }
};

QTEST_MAIN(TestLossCardMoment)
#include "tst_losscardmoment.moc"
