// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/journeys/losscard.h>
#include <app/style/stylesheet.h>
#include <app/style/theme.h>

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using app::journeys::LossCard;

// The card where it stands in the desktop: dressed, in a narrow panel that scrolls.
class TestLossCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_scroll = std::make_unique<QScrollArea>();
        m_scroll->setStyleSheet(app::style::styleSheet(app::style::Theme::light()));
        m_card = new LossCard({u"Monolith"_s, u"Microservices"_s}, 10);
        auto *content = new QWidget;
        auto *column = new QVBoxLayout(content);
        column->setContentsMargins(14, 10, 10, 10);
        column->addWidget(m_card);
        column->addStretch(1);
        m_scroll->setWidgetResizable(true);
        m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_scroll->setWidget(content);
        m_scroll->resize(300, 300);
        m_scroll->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_scroll.get()));
    }

    void hasRoomForEachLine_data()
    {
        QTest::addColumn<int>("disagreements");
        QTest::addColumn<int>("width");
        QTest::newRow("all is well") << 0 << 300;
        QTest::newRow("one disagreement") << 1 << 300;
        QTest::newRow("several disagreements") << 4 << 300;
        QTest::newRow("several disagreements in a wider panel") << 4 << 380;
        QTest::newRow("more than anybody reads") << 10 << 300;
    }

    void hasRoomForEachLine()
    {
        QFETCH(int, disagreements);
        QFETCH(int, width);
        m_scroll->resize(width, 300);
        m_card->show({{}, {}});
        QCoreApplication::processEvents();
        m_card->show({broken(disagreements), broken(disagreements)});
        QTRY_VERIFY2(isWhole(), qPrintable(m_complaint));
    }

    void givesWayFromAPredictionToAVerdict()
    {
        m_card->show({broken(4), broken(4)});
        m_card->predict({1, 3, u"If Payments breaks off its answers, in Microservices"_s,
                         u"✕ Down: Check out\nCheck out: Storefront needs Orders; Orders needs Payments"_s});
        QTRY_VERIFY2(isWhole(), qPrintable(m_complaint));
        m_card->forgetPrediction();
        QTRY_VERIFY2(isWhole(), qPrintable(m_complaint));
    }

    void tellsEachDisagreementInFull()
    {
        auto lost = broken(3);
        for (int index = 0; index < 3; ++index)
            lost.disagreements[index].append(u" Number %1."_s.arg(index));
        m_card->show({lost, broken(2)});
        QCOMPARE(verdict()->text().count(u'≠'), 5);
        QTRY_VERIFY2(isWhole(), qPrintable(m_complaint));
        for (const auto &said : lost.disagreements + QStringList{lost.story}) {
            QVERIFY2(m_card->accessibleDescription().contains(said), qPrintable(said));
            QVERIFY2(m_card->toolTip().simplified().contains(said), qPrintable(said)); // in shorter lines
        }
        m_card->show({{}, {}});
        QVERIFY(!verdict()->isVisible());
        QVERIFY(!m_card->accessibleDescription().contains(u'≠'));
    }

    void itsEndIsReachedByTheWheel()
    {
        m_card->show({broken(10), broken(10)});
        QTRY_VERIFY2(isWhole(), qPrintable(m_complaint));
        auto *bar = m_scroll->verticalScrollBar();
        QTRY_VERIFY(bar->isVisible() && bar->maximum() > 0);
        const auto *story = m_card->findChild<QLabel *>(u"story"_s);
        const auto isEndInSight = [&] {
            const QPoint end = story->mapTo(m_scroll->viewport(), story->rect().bottomLeft());
            return m_scroll->viewport()->rect().contains(end);
        };
        QVERIFY(!isEndInSight());
        for (int turn = 0; turn < 200 && bar->value() < bar->maximum(); ++turn) {
            const QPointF place = m_scroll->viewport()->rect().center();
            QWheelEvent wheel(place, m_scroll->viewport()->mapToGlobal(place), {}, {0, -120}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_scroll->viewport(), &wheel);
        }
        QVERIFY(isEndInSight());
    }

    void aPredictionIsDescribedInFull()
    {
        m_card->show({broken(4), {}});
        m_card->predict({1, 1, u"If Payments hangs, in Microservices"_s, u"✕ Down: Check out"_s});
        QCOMPARE(m_card->accessibleDescription(),
                 u"If Payments hangs, in Microservices\n✕ Down: Check out"_s);
        QCOMPARE(m_card->toolTip(), m_card->accessibleDescription());
    }

    void keepsTheVerdictInSightHoweverMuchThereIsToTell()
    {
        auto loss = broken(1);
        loss.disagreements.clear();
        m_card->show({loss, loss});
        QTRY_VERIFY2(isWhole(), qPrintable(m_complaint));
        const int before = verdict()->geometry().bottom();
        loss.story = QStringList(8, loss.story).join(u' ');
        m_card->show({loss, loss});
        QTRY_VERIFY2(isWhole(), qPrintable(m_complaint));
        QCOMPARE(verdict()->text(), u"✓ Measured as predicted."_s);
        QCOMPARE(verdict()->geometry().bottom(), before);
        QVERIFY(m_card->findChild<QLabel *>(u"story"_s)->y() > before);
    }

    void keepsAFigureAndItsPercentSignOnOneLine()
    {
        auto loss = broken(1);
        loss.story = u"Something useless takes 80 % of the processor."_s;
        m_card->show({loss, {}});
        bool isKept = false;
        for (const auto *label : m_card->findChildren<QLabel *>())
            isKept = isKept || label->text().contains(u"80\u00a0%"_s);
        QVERIFY(isKept);
    }

    void takesNoMoreRoomThanItNeedsAfterwards()
    {
        const auto isAsHighAsNeeded
            = [this] { return m_card->height() == m_card->heightForWidth(m_card->width()); };
        m_card->show({{}, {}});
        QTRY_VERIFY(isAsHighAsNeeded());
        const int before = m_card->height();
        m_card->show({broken(4), broken(4)});
        QTRY_VERIFY(m_card->height() > before && isAsHighAsNeeded());
        m_card->show({{}, {}});
        QTRY_COMPARE(m_card->height(), before);
    }

private:
    static LossCard::Loss broken(int disagreements)
    {
        LossCard::Loss loss;
        if (disagreements == 0)
            return loss;
        loss.story = u"Answers of orders take 800 ms longer, with all 11 modules."_s;
        loss.isBroken = true;
        loss.isSettled = true;
        for (int index = 0; index < disagreements; ++index)
            loss.disagreements
                << u"Order history was predicted working, and is measured degraded (10 of 12 "
                   "attempts succeeded, 3 of them degraded; lately: timed out after 800 ms)."_s;
        return loss;
    }

    const QLabel *verdict() const { return m_card->findChild<QLabel *>(u"verdict"_s); }

    // Each label that is shown is as high as its text, wrapped to its width, and they do not overlap.
    bool isWhole()
    {
        m_complaint.clear();
        int below = 0;
        for (const auto *label : m_card->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!label->isVisible() || !label->wordWrap())
                continue;
            if (label->height() < label->heightForWidth(label->width()))
                m_complaint = u"%1 px for %2: %3"_s.arg(label->height())
                                  .arg(label->heightForWidth(label->width()))
                                  .arg(label->text());
            below = std::max(below, label->geometry().bottom());
        }
        if (below > m_card->contentsRect().bottom())
            m_complaint = u"ends at %1 of %2"_s.arg(below).arg(m_card->height());
        return m_complaint.isEmpty();
    }

    std::unique_ptr<QScrollArea> m_scroll;
    LossCard *m_card = nullptr;
    QString m_complaint;
};

QTEST_MAIN(TestLossCard)
#include "tst_losscard.moc"
