// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/inspectorpanel.h>
#include <app/shell/firstbreak.h>

#include <QPushButton>

#include <tests/app/shell/quietwindow.h>

using namespace Qt::StringLiterals;
using app::inspector::InspectorPanel;
using app::shell::FirstBreak;

// Whoever has chosen nothing finds "What breaks first?" in front of him.
class TestFirstBreakButton : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_window.open()); }

    void isSeenUntilSomethingIsChosen()
    {
        QVERIFY(button()->isVisible());
        QCOMPARE(button()->accessibleName(), u"What breaks first?"_s);
        QVERIFY(!button()->accessibleDescription().isEmpty());
        m_window->findChild<InspectorPanel *>()->select(
            app::inspector::Subject{1, {u"orders"_s}, model::system::CapabilityId{u"orders"_s}});
        QVERIFY(!button()->isVisible());
    }

    void opensTheRanking_data()
    {
        QTest::addColumn<bool>("byKeyboard");
        QTest::newRow("with the mouse") << false;
        QTest::newRow("with the keyboard") << true;
    }
    void opensTheRanking()
    {
        QFETCH(bool, byKeyboard);
        QVERIFY(m_window->findChild<FirstBreak *>() == nullptr);
        if (byKeyboard) {
            QVERIFY((button()->focusPolicy() & Qt::TabFocus) != 0);
            button()->setFocus(Qt::TabFocusReason);
            QVERIFY(button()->hasFocus());
            QTest::keyClick(button(), Qt::Key_Space);
        } else {
            QTest::mouseClick(button(), Qt::LeftButton);
        }
        auto *ranking = m_window->findChild<FirstBreak *>();
        QVERIFY(ranking != nullptr && ranking->isVisible());
    }

private:
    QWidget *button() const { return m_window->findChild<QPushButton *>(u"firstBreak"_s); }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestFirstBreakButton)
#include "tst_firstbreakbutton.moc"
