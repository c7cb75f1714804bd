// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/shell/actions.h>
#include <app/shell/firstbreak.h>

#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include <tests/app/shell/quietwindow.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;

// "What breaks first?", asked and answered in the window.
class TestFirstBreak : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void init()
    {
        m_window->acts().action(u"break.first"_s)->trigger();
        QVERIFY(QTest::qWaitForWindowExposed(dialog()));
        QTRY_VERIFY_WITH_TIMEOUT(table()->model()->rowCount() > 5, 60'000);
    }
    void cleanup()
    {
        if (dialog() != nullptr && dialog()->isVisible())
            QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(dialog() == nullptr);
    }

    void whoChoosesARowSeesWhatItWouldCost()
    {
        QCOMPARE(nameOf(0), u"Storefront has crashed"_s); // of the microservices
        const auto first = table()->model()->index(0, 0);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(first).center());
        QTRY_VERIFY(says<app::journeys::JourneysPanel>(u"If Storefront has crashed, in Microservices"_s));
        QVERIFY(says<app::inspector::InspectorPanel>(u"Storefront"_s));
        QCOMPARE(m_window.micro().view().selected()->node.name, u"storefront"_s);
        QTest::keyClick(table(), Qt::Key_Down); // the keyboard does the same
        const QString second = nameOf(1);
        QTRY_VERIFY2(says<app::journeys::JourneysPanel>(u"If "_s + second), qPrintable(second));
        QTest::keyClick(dialog(), Qt::Key_Escape); // and it was only a thought
        QVERIFY(!says<app::journeys::JourneysPanel>(u"If "_s + second));
    }

    void anotherShapeHasOtherWeakPoints()
    {
        auto *shape = dialog()->findChild<QComboBox *>();
        QCOMPARE(shape->currentText(), u"Microservices"_s);
        shape->setFocus();
        QTest::keyClick(shape, Qt::Key_Up);
        QCOMPARE(shape->currentText(), u"Monolith"_s);
        QCOMPARE(table()->model()->rowCount(), 0);
        QVERIFY(dialogSays(u"Predicting…"_s));
        QTRY_VERIFY_WITH_TIMEOUT(table()->model()->rowCount() > 0, 60'000);
        QVERIFY(nameOf(0).contains(u"Shop"_s));
        QVERIFY(!dialogSays(u"Predicting…"_s));
    }

private:
    FirstBreak *dialog() const { return m_window->findChild<FirstBreak *>(); }
    QTableView *table() const { return dialog()->findChild<QTableView *>(); }
    QString nameOf(int row) const { return table()->model()->index(row, 0).data().toString(); }
    static bool isSaidIn(const QWidget &widget, const QString &words)
    {
        const auto labels = widget.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words, Qt::CaseInsensitive);
        });
    }
    template<typename Panel>
    bool says(const QString &words) const
    {
        return isSaidIn(*m_window->findChild<Panel *>(), words);
    }
    bool dialogSays(const QString &words) const { return isSaidIn(*dialog(), words); }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestFirstBreak)
#include "tst_firstbreak.moc"
