// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quiettable.h"

#include "healthcolours.h"

#include <QHeaderView>
#include <QShortcut>

namespace app::tables {

using namespace Qt::StringLiterals;

namespace {

constexpr int heightOfRow = 22;
constexpr int leastOfLast = 40;

} // namespace

QuietTable::QuietTable(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_colours(new HealthColours(this))
{
    setItemDelegate(m_colours);
    setAccessibleName(accessibleName);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the last column has what is left
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(heightOfRow);
    verticalHeader()->setDefaultSectionSize(heightOfRow);
    auto *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
}

void QuietTable::setUp(QAbstractItemModel *model, const std::vector<int> &widths)
{
    setModel(model);
    for (size_t column = 0; column < widths.size(); ++column)
        setColumnWidth(static_cast<int>(column), widths[column]);
    if (const int last = horizontalHeader()->count() - 1; last >= static_cast<int>(widths.size()))
        setColumnWidth(last, leastOfLast); // at least; else the edge would cut it off
}

void QuietTable::makeSortable(const QString &where)
{
    auto *header = horizontalHeader();
    setSortingEnabled(true);
    header->setSortIndicatorClearable(true);
    sortByColumn(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &QuietTable::sayOrder);
    const auto add = [this, &where](Qt::Key key, const QString &words, auto run) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
        shortcut->setContext(Qt::WidgetShortcut);
        shortcut->setWhatsThis(u"%1: %2"_s.arg(where, words));
        connect(shortcut, &QShortcut::activated, this, run);
    };
    add(Qt::Key_Right, tr("sort by the next column"), [this] { sortByColumnBeside(1); });
    add(Qt::Key_Left, tr("sort by the column before"), [this] { sortByColumnBeside(-1); });
    add(Qt::Key_Down, tr("the largest first"),
        [this] { sortByColumn(horizontalHeader()->sortIndicatorSection(), Qt::DescendingOrder); });
    add(Qt::Key_Up, tr("the smallest first"),
        [this] { sortByColumn(horizontalHeader()->sortIndicatorSection(), Qt::AscendingOrder); });
}

void QuietTable::setTheme(const style::Theme &theme)
{
    m_colours->setTheme(theme);
    viewport()->update();
}

// Around the ends, where no column is.
void QuietTable::sortByColumnBeside(int by)
{
    const auto *header = horizontalHeader();
    const int places = header->count() + 1;
    sortByColumn((header->sortIndicatorSection() + 1 + by + places) % places - 1,
                 header->sortIndicatorOrder());
}

void QuietTable::sayOrder()
{
    const auto *header = horizontalHeader();
    const int column = header->sortIndicatorSection();
    const QString name = model()->headerData(column, Qt::Horizontal).toString();
    setAccessibleDescription(column < 0 ? QString()
                                 : header->sortIndicatorOrder() == Qt::AscendingOrder
                                 ? tr("Sorted by %1, the smallest first").arg(name)
                                 : tr("Sorted by %1, the largest first").arg(name));
    if (currentIndex().isValid())
        scrollTo(currentIndex());
    else
        scrollToTop();
}

void QuietTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    const auto rows = selectionModel()->selectedRows();
    if (!rows.isEmpty() && rows.front().row() != currentIndex().row())
        selectionModel()->setCurrentIndex(rows.front(), QItemSelectionModel::NoUpdate);
}

} // namespace app::tables
