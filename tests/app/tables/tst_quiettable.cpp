// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/tables/healthcolours.h>
#include <app/tables/quiettable.h>
#include <app/wording/health.h>

#include <QAccessible>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::tables;
using app::style::Role;
using app::style::Theme;

namespace {

// Tells what it would paint with.
class Colours : public HealthColours
{
public:
    QPalette paletteOf(const QModelIndex &index) const
    {
        QStyleOptionViewItem option;
        option.palette.setColor(QPalette::HighlightedText, Qt::white);
        initStyleOption(&option, index);
        return option.palette;
    }
};

} // namespace

class TestQuietTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_model.clear();
        for (int row = 0; row < 3; ++row)
            m_model.appendRow({new QStandardItem(u"one"_s), new QStandardItem(u"two"_s),
                               new QStandardItem(u"topics with a long name"_s)});
        m_table = std::make_unique<QuietTable>(u"Queues"_s);
        m_table->setUp(&m_model, {100, 100});
        m_table->resize(400, 200);
        m_table->show();
    }

    void theLastColumnHasWhatIsLeft()
    {
        for (const int width : {400, 280, 600}) {
            m_table->resize(width, 200);
            QTRY_COMPARE(m_table->horizontalHeader()->length(), m_table->viewport()->width());
        }
    }

    // As assistive technology does it.
    void whoSelectsARowHasComeToIt()
    {
        const QSignalSpy come(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged);
        auto *table = QAccessible::queryAccessibleInterface(m_table.get())->tableInterface();
        QVERIFY(table != nullptr && table->selectRow(2));
        QCOMPARE(m_table->currentIndex().row(), 2);
        QCOMPARE(come.size(), 1);
    }

    void whoGoesToARowIsToldOnce()
    {
        m_table->setCurrentIndex(m_model.index(0, 1));
        const QSignalSpy come(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged);
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QCOMPARE(m_table->currentIndex().row(), 1);
        QCOMPARE(come.size(), 1);
        QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
    }

    void aTableWithoutColumnsIsNoMistake()
    {
        QStandardItemModel none;
        QuietTable table(u"Rows"_s);
        table.setUp(&none, {});
        none.setColumnCount(2);
        QCOMPARE(table.horizontalHeader()->count(), 2);
    }

    void whatIsSelectedCanBeRead()
    {
        m_model.setData(m_model.index(0, 0), static_cast<int>(app::wording::Health::Bad), healthRole);
        Colours colours;
        colours.setTheme(Theme::light());
        QCOMPARE(colours.paletteOf(m_model.index(0, 0)).color(QPalette::HighlightedText),
                 Theme::light().color(Role::Bad));
        colours.setTheme(Theme::highContrast(false));
        const auto palette = colours.paletteOf(m_model.index(0, 0));
        QCOMPARE(palette.color(QPalette::HighlightedText), QColor(Qt::white)); // as of the rest of the row
        QCOMPARE(palette.color(QPalette::Text), Theme::highContrast(false).color(Role::Bad));
    }

    void whatTellsItsHealthIsInTheColourOfIt()
    {
        QFont large = m_table->font();
        large.setPixelSize(32); // so that some of each letter has its colour, unmixed
        m_table->setFont(large);
        m_model.setData(m_model.index(0, 1), static_cast<int>(app::wording::Health::Bad), healthRole);
        for (const auto &theme : {Theme::light(), Theme::dark()}) {
            m_table->setTheme(theme);
            QVERIFY(hasColour(1, theme.color(Role::Bad)));
            QVERIFY(!hasColour(0, theme.color(Role::Bad)));
        }
    }

private:
    bool hasColour(int column, const QColor &colour)
    {
        const auto cell = m_table->visualRect(m_model.index(0, column));
        const QImage picture = m_table->viewport()->grab(cell).toImage();
        for (int pixel = 0; pixel < picture.width() * picture.height(); ++pixel) {
            if (picture.pixelColor(pixel % picture.width(), pixel / picture.width()).rgb() == colour.rgb())
                return true;
        }
        return false;
    }

    QStandardItemModel m_model;
    std::unique_ptr<QuietTable> m_table;
};

QTEST_MAIN(TestQuietTable)
#include "tst_quiettable.moc"
