// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace app::shell {

// One thing that can be found and chosen.
struct Findable
{
    QString words; // "Crash Catalogue"
    QString context; // "Microservices"
    QString keys; // how it is done without the list
    bool isEnabled = true;
    std::function<void()> choose;
    std::function<void()> point = [] {}; // it is looked at, not chosen yet
    bool isHarmful = false; // comes after what fits as well, and is first only if it is called by its name
    QString synonyms = {}; // of the words, not shown
};

// What fits the letters that somebody has typed, the best first; all in their own order while nothing is
// typed. GUI thread.
class FinderModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        Context = Qt::UserRole,
        Keys,
        Letters // positions in the words that were typed
    };
    using QAbstractListModel::QAbstractListModel;

    void setAll(std::vector<Findable> all);
    void setTyped(const QString &typed);
    const Findable &at(int row) const { return m_all[m_rows[static_cast<size_t>(row)].position]; }
    // The row that is meant as long as nobody points at another one; -1: none, since whatever fits would harm
    // and was not called by its name.
    int meant() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        size_t position = 0;
        int worth = 0;
        QList<qsizetype> letters;
    };
    void find();
    bool isMeant(const Row &row) const;

    std::vector<Findable> m_all;
    std::vector<Row> m_rows;
    QString m_typed;
};

} // namespace app::shell
