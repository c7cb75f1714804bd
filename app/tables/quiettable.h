// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace app::style {
class Theme;
}

namespace app::tables {

class HealthColours;

// A table to read: whole rows are chosen, nothing is edited, Tab goes on to what comes after it. Cells that
// tell their health (healthRole) are in the colour of it. GUI thread.
class QuietTable : public QTableView
{
    Q_OBJECT
public:
    explicit QuietTable(const QString &accessibleName, QWidget *parent = nullptr);

    // The model, and how wide its columns are; the last one takes what is left.
    void setUp(QAbstractItemModel *model, const std::vector<int> &widths);
    // Its headers sort it, and so do keys; a third click, or going past the last column, gives the model's
    // own order back. `where` says in the list of keys which table it is: "In Traces".
    void makeSortable(const QString &where);
    void setTheme(const style::Theme &theme);

protected:
    // Whoever selects a row, as assistive technology does, has also come to it.
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void sortByColumnBeside(int by);
    void sayOrder();

    HealthColours *m_colours;
};

} // namespace app::tables
