"""Answers that their author took for wrong, and that the notebooks' texts allow."""

RIGHT = {
    "sigmoid_cap_before_minus": "right everywhere; the warning is remarked on",
    "sigmoid_without_cap": "right everywhere; the warning is remarked on",
    "sigmoid_cap_one_too_high": "right everywhere; the warning is remarked on",
    "ce_one_by_one": "a number in an array is read as that number, with a remark",
    "lb_db_flat": "a flat db is a row for NumPy, with a remark",
    "re_plus_epsilon": "differs below the floor only, with a remark",
    "bw_flat_db": "a flat db is a row for NumPy, with a remark",
    "ml_strict": "a random point lies on the diagonal with probability 0",
    "il_flat_bias": "a flat b is a row for NumPy",
    "tr_loss_after_step": "a curve as good, with a remark",
    "tr_p_before_last_step": "p of the last loss, with a remark",
    "tr_one_loss_more": "the loss of the end as well, with a remark",
    "rs_not_strict": "at the kink any slope between both sides is taken",
    "rs_heaviside": "at the kink any slope between both sides is taken",
    "ls_not_strict": "at the kink any slope between both sides is taken",
    "ls_zero_left_out": "at the kink alone it is another slope, with a remark",
    "ListKeysFromZero": "the lists are right; what `params` shows is remarked on",
    "ListReturnsNothing": "trains rightly, with a remark",
    "VectorOrderOfParts": "only the start is shuffled, and the text leaves the start open",
    "VectorColumnsFirst": "only the start is shuffled, and the text leaves the start open",
}
