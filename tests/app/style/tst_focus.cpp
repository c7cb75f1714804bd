// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/style/appearance.h>

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;
using namespace app::style;

namespace {

// In its edge, how many pixels have that colour.
int pixelsAround(QWidget &widget, const QColor &colour)
{
    const QImage image = widget.grab().toImage();
    int found = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (const int y : {0, image.height() - 1})
            found += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return found;
}

template<typename Area>
QAbstractScrollArea *make()
{
    return new Area;
}

} // namespace

// Whoever goes through the window with Tab sees where he is.
class TestFocus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatScrollsShowsThatItHasTheKeyboard_data()
    {
        QTest::addColumn<std::function<QAbstractScrollArea *()>>("made");
        using Maker = std::function<QAbstractScrollArea *()>;
        QTest::addRow("a page") << Maker(make<QScrollArea>);
        QTest::addRow("a table without lines") << Maker(make<QTableView>);
        QTest::addRow("a list without lines") << Maker(make<QListView>);
        QTest::addRow("a tree without lines") << Maker(make<QTreeView>);
        QTest::addRow("words to read") << Maker(make<QTextBrowser>);
    }
    void whatScrollsShowsThatItHasTheKeyboard()
    {
        QFETCH(std::function<QAbstractScrollArea *()>, made);
        Appearance appearance(*qApp);
        appearance.dress();
        for (const auto preference : {Preference::Light, Preference::Dark, Preference::HighContrast}) {
            appearance.setPreference(preference);
            QWidget window;
            auto *column = new QVBoxLayout(&window);
            auto *other = new QLineEdit;
            auto *area = made();
            column->addWidget(other);
            column->addWidget(area);
            window.resize(300, 200);
            window.show();
            window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            other->setFocus();
            const QColor accent = appearance.theme().color(Role::Accent);
            const QRect before = area->viewport()->geometry();
            QCOMPARE(pixelsAround(*area, accent), 0);
            QTest::keyClick(other, Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), area);
            QVERIFY2(pixelsAround(*area, accent) > area->width(), qPrintable(word(preference)));
            if (area->inherits("QAbstractItemView") || area->inherits("QScrollArea"))
                QCOMPARE(area->viewport()->geometry(), before); // nothing has moved
        }
    }
};

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
