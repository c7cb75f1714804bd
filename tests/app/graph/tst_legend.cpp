// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/legend.h>

#include <QSignalSpy>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using app::graph::Legend;
using model::system::TeamId;

// The legend's teams can be chosen, the signs cannot.
class TestLegend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void teamsAreChosenWithTheKeyboard()
    {
        Legend legend(m_shop.system, m_shop.microservices);
        legend.resize(2000, 20);
        legend.show();
        legend.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&legend));
        legend.setFocus();
        QSignalSpy chosen(&legend, &Legend::teamChosen);
        QTest::keyClick(&legend, Qt::Key_Return);
        QTest::keyClick(&legend, Qt::Key_Right);
        QVERIFY(legend.accessibleDescription().contains(u"Identity"_s));
        QTest::keyClick(&legend, Qt::Key_Return);
        QTest::keyClick(&legend, Qt::Key_Left);
        QTest::keyClick(&legend, Qt::Key_Left); // there is nothing before the first
        QTest::keyClick(&legend, Qt::Key_Space);
        QCOMPARE(chosen.size(), 3);
        QCOMPARE(chosen[0][0].value<TeamId>().value, u"web"_s);
        QCOMPARE(chosen[1][0].value<TeamId>().value, u"identity"_s);
        QCOMPARE(chosen[2][0].value<TeamId>().value, u"web"_s);
    }

    void whatIsPredictedIsNotToldAsAFact()
    {
        const QString told = Legend(m_shop.system, m_shop.monolith).accessibleName();
        QVERIFY(told.contains(u"would degrade, would go down"_s));
    }

    void linesLookAsInThePictures()
    {
        const auto theme = app::style::Theme::highContrast(true);
        const auto pixelsIn = [&](const model::packaging::Packaging &shape, app::style::Role role) {
            Legend legend(m_shop.system, shape);
            legend.setTheme(theme);
            legend.setTeams(false);
            legend.resize(1100, 20);
            const QImage image = legend.grab().toImage();
            return tests::graph::pixelsOf(image, image.rect(), theme.color(role));
        };
        QVERIFY(pixelsIn(m_shop.microservices, app::style::Role::Good)
                > pixelsIn(m_shop.monolith, app::style::Role::Good) + 20); // which has no calls between units
        QVERIFY(pixelsIn(m_shop.monolith, app::style::Role::Bad) > 10);
        QVERIFY2(pixelsIn(m_shop.microservices, app::style::Role::Accent)
                     > pixelsIn(m_shop.monolith, app::style::Role::Accent) + 35,
                 "a tray with messages in it");
        QVERIFY(Legend(m_shop.system, m_shop.microservices).accessibleName().contains(u"queue"_s));
    }

    void teamsAreChosenWithTheMouse()
    {
        Legend legend(m_shop.system, m_shop.microservices);
        legend.resize(2000, 20);
        legend.show();
        QSignalSpy chosen(&legend, &Legend::teamChosen);
        QTest::mouseClick(&legend, Qt::LeftButton, {}, QPoint(5, 10)); // a dot
        QCOMPARE(chosen.size(), 0);
        for (int left = 0; left < legend.width() && chosen.size() < 7; left += 4) {
            const auto before = chosen.size();
            QTest::mouseClick(&legend, Qt::LeftButton, {}, QPoint(left, 10));
            if (chosen.size() > before && chosen.size() > 1
                && chosen.last()[0].value<TeamId>() == chosen[chosen.size() - 2][0].value<TeamId>())
                chosen.removeLast(); // the same one's words are long
        }
        QCOMPARE(chosen.size(), 7);
        chosen.clear();
        legend.setTeams(false);
        for (int left = 0; left < legend.width(); left += 10)
            QTest::mouseClick(&legend, Qt::LeftButton, {}, QPoint(left, 10));
        QCOMPARE(chosen.size(), 0);
    }

    void teamsGoToALineOfTheirOwnWhereThereIsNoRoom()
    {
        Legend legend(m_shop.system, m_shop.microservices);
        const int one = legend.heightForWidth(2000);
        QCOMPARE(legend.heightForWidth(1100), 2 * one);
        legend.resize(1100, legend.heightForWidth(1100));
        legend.show();
        QSignalSpy chosen(&legend, &Legend::teamChosen);
        QTest::mouseClick(&legend, Qt::LeftButton, {}, QPoint(6, one + one / 2));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<TeamId>().value, u"web"_s);
        legend.setTeams(false);
        QCOMPARE(legend.heightForWidth(1100), one);
    }

    // As in the narrow pane beside the other: nothing is left out.
    void allOfItWrapsWhereThereIsLittleRoom()
    {
        Legend legend(m_shop.system, m_shop.monolith);
        const int one = legend.heightForWidth(2000);
        const int lines = legend.heightForWidth(180) / one;
        QVERIFY2(lines >= 4 && lines <= 8, qPrintable(QString::number(lines)));
        legend.resize(180, lines * one);
        legend.show();
        QSignalSpy chosen(&legend, &Legend::teamChosen);
        QSet<QString> teams;
        for (int top = one / 2; top < legend.height(); top += one) {
            for (int left = 0; left < legend.width(); left += 4)
                QTest::mouseClick(&legend, Qt::LeftButton, {}, QPoint(left, top));
        }
        for (const auto &each : chosen)
            teams.insert(each[0].value<TeamId>().value);
        QCOMPARE(teams.size(), 7);
    }

private:
    const tests::support::Shop m_shop;
};

QTEST_MAIN(TestLegend)
#include "tst_legend.moc"
