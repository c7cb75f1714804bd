// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/policymenu.h>

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::operation;
using app::shell::PolicyMenu;

class TestPolicyMenu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatIsInForceAndAsksForAnother()
    {
        PolicyMenu menu;
        menu.QWidget::show();
        menu.show(snapshotOf(noPolicies(), noPolicies()));
        QVERIFY2(menu.text().contains(u"None"), qPrintable(menu.text()));
        QSignalSpy chosen(&menu, &PolicyMenu::chosen);
        auto *all = menu.menu()->actions().back();
        QVERIFY(!all->isChecked());
        menu.menu()->popup({});
        QTest::keyClick(menu.menu(), Qt::Key_Up); // round to the last
        QTest::keyClick(menu.menu(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen[0][0].value<PolicyBook>() == allPolicies());
        menu.show(snapshotOf(noPolicies(), noPolicies())); // the shops have not obeyed
        QVERIFY(menu.text().contains(u"None"));
        QVERIFY(!all->isChecked());
        menu.show(snapshotOf(allPolicies(), allPolicies()));
        QVERIFY(menu.text().contains(u"All"));
        QVERIFY(all->isChecked());
    }

    void whatDiffersHasNoName()
    {
        PolicyMenu menu;
        menu.show(snapshotOf(noPolicies(), allPolicies()));
        QVERIFY(menu.text().contains(u"Of their own"));
        for (const auto *action : menu.menu()->actions())
            QVERIFY(!action->isChecked());
    }

private:
    static services::platform::Snapshot snapshotOf(const PolicyBook &monolith, const PolicyBook &services)
    {
        services::platform::Snapshot snapshot;
        snapshot.fleets.resize(2);
        snapshot.fleets[0].policies = monolith;
        snapshot.fleets[1].policies = services;
        return snapshot;
    }
};

QTEST_MAIN(TestPolicyMenu)
#include "tst_policymenu.moc"
